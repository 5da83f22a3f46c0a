import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ActForm } from '@/components/gate/act-form';
import { Field } from '@/components/ui/field';
import { Confirm } from '@/components/ui/fold';
import { Narrow, PageTitle } from '@/components/ui/page';
import { actorOrSignIn, mayOwn, mayWrite, type Writer } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById } from '@/lib/contacts/queries';
import { takeBack } from '@/lib/replies/actions';
import { correctable } from '@/lib/threads/contact/queries';
import { ChooseContact } from './choose-contact';
import { NotYours } from '@/components/auth/not-yours';
import { LogDesk } from './exchange/log-desk';
import { exchangeWords } from './exchange/words';
import { LogForm } from './log-form';
import { logPlan } from './log-plan';

/** Notes down what was said elsewhere: first with whom, then what. */
export async function LogPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) return <NotYours actor={actor} takes="writer" />;
  const t = await getTranslations('log');
  const contactId = z.uuid().safeParse(firstOf(asked, 'contact')).data;
  if (contactId)
    return (
      <LogWith
        writer={actor}
        contactId={contactId}
        corrects={firstOf(asked, 'corrects')}
        theySaidNo={firstOf(asked, 'outcome') === 'declined'}
      />
    );
  return (
    <Narrow>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <div className="pt-6">
        <LogDesk contactId={null} words={await exchangeWords()}>
          <div className="log-otherwise">
            <ChooseContact actor={actor} sought={firstOf(asked, 'q') ?? ''} />
          </div>
        </LogDesk>
      </div>
    </Narrow>
  );
}

async function LogWith({
  writer,
  contactId,
  corrects,
  theySaidNo,
}: {
  writer: Writer;
  contactId: string;
  corrects: string | null;
  theySaidNo: boolean;
}) {
  const contact = await contactById(writer, contactId);
  const wrongId = z.uuid().safeParse(corrects).data;
  const wrong = wrongId ? await correctable(writer, contactId, wrongId) : null;
  if (!contact || (wrongId && !wrong)) notFound();
  if (wrong && wrong.recordedById !== writer.userId && !mayOwn(writer))
    return <NotYours actor={writer} takes="logger" />;
  const [t, plan] = await Promise.all([
    getTranslations('log'),
    logPlan(writer, { contact, wrong, theySaidNo, language: await getLocale() }),
  ]);
  const name = contact.name;
  return (
    <Narrow>
      <PageTitle lede={t('lede')}>{t(wrong ? 'title_correct' : 'title_with', { name })}</PageTitle>
      <div className="pt-6">
        {wrong ? (
          <LogForm plan={plan} />
        ) : (
          <LogDesk contactId={contactId} words={await exchangeWords()}>
            <LogForm plan={plan} />
          </LogDesk>
        )}
      </div>
      {wrong && <TakeBack contactId={contactId} messageId={wrong.id} />}
    </Narrow>
  );
}

async function TakeBack({ contactId, messageId }: { contactId: string; messageId: string }) {
  const [t, ui] = await Promise.all([getTranslations('conversation.acts'), getTranslations('ui')]);
  return (
    <div className="pt-12">
      <Confirm act={t('retract')}>
        <p className="pb-3">{t('retract_why')}</p>
        <ActForm
          action={takeBack}
          hidden={{ contactId, messageId }}
          submit={t('retract_do')}
          pending={ui('working')}
          variant="danger"
        >
          <div className="pb-4">
            <Field name="reason" label={t('retract_reason')} required maxLength={500} autoComplete="off" />
          </div>
        </ActForm>
      </Confirm>
    </div>
  );
}
