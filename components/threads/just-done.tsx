import { z } from 'zod';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Undo } from '@/components/acts/undo';
import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/page';
import { Toast } from '@/components/ui/toast';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import type { KeptContact } from '@/lib/contacts/queries';
import type { UndoableAct } from '@/lib/replies/acts/act';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { countedAs, type CountedAs } from '@/lib/threads/contact/queries';
import { JustLogged } from '@/components/log/just-logged';
import { useAlso } from './happening-line';

const acts = ['retracted', 'done', 'nothing_to_answer', 'resting', 'merged'] as const;

interface JustDoneProps {
  asked: Asked;
  contact: KeptContact;
  actor: Actor;
}

/** What was done a moment ago, as the address says; and what the law would have said to what was logged. */
export async function JustDone({ asked, contact, actor }: JustDoneProps) {
  const did = acts.find((one) => one === firstOf(asked, 'said'));
  const corrected = firstOf(asked, 'corrected');
  const messageId = z.uuid().safeParse(corrected ?? firstOf(asked, 'logged')).data;
  if (!did && !corrected && (firstOf(asked, 'to') || firstOf(asked, 'here')))
    return (
      <JustLogged
        asked={asked}
        actor={actor}
        contact={{ ...contact, organization: contact.organization?.name ?? null }}
      />
    );
  if (!did && !messageId) return null;
  const counted = messageId ? await countedAs(actor, contact.id, messageId) : null;
  const codes = counted?.reasons ?? [];
  const act = codes.length === 0 ? await undoable(actor, { contactId: contact.id, did, messageId }) : null;
  const told = {
    did: did ?? (corrected ? 'corrected' : 'logged'),
    as: counted?.as ?? null,
    contact,
  } as const;
  if (act) return <DoneAndUndoable {...told} act={act} />;
  return <Said {...told} {...{ codes, messageId }} />;
}

// Only what was done last: of anything else the toast would undo something that it does not name.
async function undoable(
  actor: Actor,
  {
    contactId,
    did,
    messageId,
  }: { contactId: string; did: (typeof acts)[number] | undefined; messageId: string | undefined },
): Promise<UndoableAct | null> {
  if (!mayWrite(actor)) return null;
  const [last] = await lastActsOf(actor, { most: 1, contactId });
  if (last?.kind === 'logged' && last.messageId === messageId) return last;
  return last?.kind === 'rested' && did === 'resting' ? last : null;
}

interface ToldProps {
  did: (typeof acts)[number] | 'corrected' | 'logged';
  /** What the law took it for. */
  as: CountedAs['as'];
  contact: KeptContact;
}

async function DoneAndUndoable({ did, as, contact, act }: ToldProps & { act: UndoableAct }) {
  const [t, ui] = await Promise.all([getTranslations('conversation.said'), getTranslations('ui')]);
  const name = contact.givenName ?? contact.name;
  const thanks = did === 'logged' && as === 'thanks' && act.kind === 'logged' && (
    <TextLink href={`/log?contact=${contact.id}&corrects=${act.messageId}`}>{t('no_thanks')}</TextLink>
  );
  return (
    <Toast
      message={did === 'logged' && as ? t(`logged_${as}`, { name }) : t(did)}
      dismiss={ui('close')}
      undo={
        <>
          {thanks}
          <Undo act={act} shortcut="z" then="contact" />
        </>
      }
    />
  );
}

function Said({
  did,
  as,
  codes,
  contact,
  messageId,
}: ToldProps & { codes: readonly string[]; messageId: string | undefined }) {
  const t = useTranslations('conversation.said');
  const reasons = useAlso(contact)(codes);
  const name = contact.givenName ?? contact.name;
  const counted = (did === 'logged' || did === 'corrected') && as;
  return (
    <div className="pt-6">
      <FormMessage kind={reasons === '' ? 'success' : 'error'}>
        {reasons === ''
          ? t(did === 'logged' && as ? `logged_${as}` : did, { name })
          : t('logged_refused', { reasons })}
        {counted && did === 'corrected' && reasons === '' && ` ${t(`counts_${as}`, { name })}`}{' '}
        {counted === 'thanks' && messageId && (
          <TextLink href={`/log?contact=${contact.id}&corrects=${messageId}`}>{t('no_thanks')}</TextLink>
        )}
      </FormMessage>
    </div>
  );
}
