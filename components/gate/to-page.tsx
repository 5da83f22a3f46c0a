import { getLocale, getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Narrow, PageTitle, TextLink } from '@/components/ui/page';
import { StandingBlock } from '@/components/ui/standing-block';
import { actorOrSignIn, mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById } from '@/lib/contacts/queries';
import type { Handle } from '@/lib/gate/strangers/handle';
import { newContactPath } from '@/lib/gate/strangers/path';
import { explainedStranger, knownBy } from '@/lib/gate/strangers/queries';
import { whomIn } from '@/lib/gate/strangers/whom';
import { tell } from '@/lib/gate/told';
import { readingNow } from '@/lib/policy/queries';
import { Sentence } from './sentence';
import { StandingSentence } from './standing-sentence';

/** May I write to the person on the page I am looking at? It fits into a small window that a bookmark opens. */
export async function ToPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const { typed, handle } = whomIn(asked);
  if (!handle) return <AskWhom typed={typed} />;
  const known = await knownBy(actor, handle);
  if (known) return <Known actor={actor} known={known} />;
  return <Stranger {...{ actor, handle }} name={firstOf(asked, 'name')?.trim().slice(0, 200) ?? ''} />;
}

interface KnownProps {
  actor: Actor;
  known: NonNullable<Awaited<ReturnType<typeof knownBy>>>;
}

async function Known({ actor, known }: KnownProps) {
  const { contactId } = known;
  const [t, contact] = await Promise.all([getTranslations('check.page'), contactById(actor, contactId)]);
  return (
    <Narrow>
      <PageTitle lede={contact?.organization?.name}>
        <TextLink href={`/contacts/${contactId}`}>{contact?.name}</TextLink>
      </PageTitle>
      <StandingSentence contactId={contactId} actor={actor} door={known} />
      <div className="acts mt-4">
        {mayWrite(actor) && <ButtonLink href={`/log?contact=${contactId}`}>{t('log')}</ButtonLink>}
        <Again />
      </div>
    </Narrow>
  );
}

async function Stranger({ actor, handle, name }: { actor: Actor; handle: Handle; name: string }) {
  const language = await getLocale();
  const [t, gate, check, reading, explained] = await Promise.all([
    getTranslations('check.page'),
    getTranslations('gate'),
    getTranslations('check'),
    readingNow(language),
    explainedStranger(actor, handle, language),
  ]);
  const told = tell(explained, reading);
  const rests = explained.verdict.reasons[0]?.code === 'resting';
  return (
    <Narrow>
      <PageTitle {...(name ? { lede: handle.typed } : {})}>{name || handle.typed}</PageTitle>
      <StandingBlock
        kind={told ? (rests ? 'rest' : 'closed') : 'calm'}
        label={gate('standing')}
        acts={
          mayWrite(actor) && (
            <ButtonLink href={newContactPath(handle, name)} variant={told ? 'plain' : 'first'} icon="plus">
              {t('add')}
            </ButtonLink>
          )
        }
      >
        <p>{told ? <Sentence parts={told.sentence} /> : check('stranger')}</p>
      </StandingBlock>
      <div className="acts mt-4">
        <Again />
      </div>
    </Narrow>
  );
}

async function AskWhom({ typed }: { typed: string | null }) {
  const t = await getTranslations('check.page');
  return (
    <Narrow>
      <PageTitle lede={t('whom_lede')}>{t('whom')}</PageTitle>
      <form action="/to" className="mt-4 max-w-[440px]">
        <Field
          {...{ name: 'who', label: t('field'), defaultValue: typed?.slice(0, 500) ?? '', maxLength: 500 }}
          {...{ autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, required: true }}
          {...(typed ? { error: t('unreadable') } : {})}
        />
        <div className="acts mt-4">
          <Button type="submit" variant="first">
            {t('ask')}
          </Button>
        </div>
      </form>
    </Narrow>
  );
}

async function Again() {
  const t = await getTranslations('check.page');
  return (
    <ButtonLink href="/to" variant="quiet">
      {t('again')}
    </ButtonLink>
  );
}
