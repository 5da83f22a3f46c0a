import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { Warnings } from '@/components/gate/warnings';
import { PageTitle, TextLink, Two } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { chosenSchema, mayLeave } from '@/lib/outbox/choices';
import { writingTo, type Writing } from '@/lib/outbox/writing/queries';
import { readingNow } from '@/lib/policy/queries';
import { Beside, InView } from './beside';
import { WaitingCopies } from './waiting-copies';
import { CopiedPage } from './copied-page';
import { MannersBeside, ReadingAlong } from './reading-along';
import { WriteFields } from './write-fields';
import { TwoZones } from '@/components/frame/two-zones';
import { NotYours } from '@/components/auth/not-yours';
import { WriteStanding } from './write-standing';

interface WritePageProps {
  contactId: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
}

/** Where one writes to somebody: the law's answer above, what they said last beside, the page to write on. */
export async function WritePage({ contactId, search }: WritePageProps) {
  const actor = await actorOrSignIn();
  if (!z.uuid().safeParse(contactId).success) notFound();
  if (!mayWrite(actor)) {
    const word = (await getTranslations('write'))('see_person');
    return <NotYours actor={actor} takes="writer" instead={{ href: `/contacts/${contactId}`, word }} />;
  }
  const chosen = chosenSchema.parse(search);
  if (chosen.copied) return <CopiedPage actor={actor} contactId={contactId} messageId={chosen.copied} />;
  const reading = await readingNow(await getLocale());
  const writing = await writingTo(actor, contactId, chosen).catch((error: unknown) => {
    if (isEarshotError(error, 'not_found')) notFound();
    throw error;
  });
  const t = await getTranslations('write');
  return (
    <>
      <WriteTitle writing={writing} />
      <WriteStanding {...{ actor, writing, reading }} />
      {!mayLeave(writing) && <WaitingCopies actor={actor} contactId={contactId} />}
      <ReadingAlong writing={writing}>
        <Two
          label={t('beside')}
          aside={
            <>
              <Beside {...{ actor, contactId, reading, writing }} />
              <MannersBeside open={mayLeave(writing)} />
            </>
          }
        >
          <InView {...{ actor, contactId, reading, writing }} />
          {mayLeave(writing) && <Warnings explained={writing.explained} reading={reading} />}
          <WriteFields {...{ contactId, writing, reading }} writer={actor} />
        </Two>
      </ReadingAlong>
      <TwoZones actor={actor} />
    </>
  );
}

async function WriteTitle({ writing: { explained, choices } }: { writing: Writing }) {
  const [t, gate, channels] = await Promise.all([
    getTranslations('write'),
    getTranslations('gate.purpose'),
    getTranslations('channels.on'),
  ]);
  const { purpose } = explained.verdict;
  const { name, fullName, contactId } = explained;
  const lede =
    choices.address && mayLeave({ explained, choices })
      ? t('lede', { purpose: gate(purpose), on: channels(choices.address.channel) })
      : t('lede_refused');
  // A second thanks that something else would allow is no thanks any more.
  const thanks = choices.thanks && !explained.thanked && (purpose === 'thanks' || !explained.verdict.allowed);
  return (
    <>
      <p className="row-where mb-2">
        <TextLink href={`/contacts/${contactId}`}>{fullName}</TextLink>
      </p>
      <PageTitle lede={lede}>{t(thanks ? 'thanks_title' : 'title', { name })}</PageTitle>
    </>
  );
}
