import { z } from 'zod';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Undo } from '@/components/acts/undo';
import { FormMessage } from '@/components/ui/form-message';
import { Toast } from '@/components/ui/toast';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import type { KeptContact } from '@/lib/contacts/queries';
import type { UndoableAct } from '@/lib/replies/acts/act';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { reasonsAgainst } from '@/lib/threads/contact/queries';
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
  const codes = messageId ? await reasonsAgainst(actor, messageId) : [];
  const act = codes.length === 0 ? await undoable(actor, { contactId: contact.id, did, messageId }) : null;
  if (act) return <DoneAndUndoable did={did ?? (corrected ? 'corrected' : 'logged')} act={act} />;
  return <Said did={did ?? (corrected ? 'corrected' : 'logged')} codes={codes} contact={contact} />;
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

async function DoneAndUndoable({ did, act }: { did: SaidProps['did']; act: UndoableAct }) {
  const [t, ui] = await Promise.all([getTranslations('conversation.said'), getTranslations('ui')]);
  return (
    <Toast message={t(did)} dismiss={ui('close')} undo={<Undo act={act} shortcut="z" then="contact" />} />
  );
}

interface SaidProps {
  did: (typeof acts)[number] | 'corrected' | 'logged';
  codes: readonly string[];
  contact: KeptContact;
}

function Said({ did, codes, contact }: SaidProps) {
  const t = useTranslations('conversation.said');
  const reasons = useAlso(contact)(codes);
  return (
    <div className="pt-6">
      <FormMessage kind={reasons === '' ? 'success' : 'error'}>
        {reasons === '' ? t(did) : t('logged_refused', { reasons })}
      </FormMessage>
    </div>
  );
}
