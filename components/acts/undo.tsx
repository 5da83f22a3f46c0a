import { useTranslations } from 'next-intl';
import { endRest } from '@/lib/gate/actions';
import type { UndoableAct } from '@/lib/replies/acts/act';
import { undoHearing } from '@/lib/replies/actions';
import { undoLog } from '@/lib/replies/acts/actions';
import { UndoForm } from './undo-form';

interface UndoProps {
  act: UndoableAct;
  /** The key that presses it. */
  shortcut?: string;
  /** Where it leads: to the contact, or nowhere. */
  then?: 'contact' | 'stay';
  /** What else to say for whoever hears the word alone. */
  label?: string;
}

/**
 * With which one act is taken back: each in the way the law has for it. A row that was logged says at once that it is
 * gone; the end of a rest is a lifting, and what a hearing becomes is the server's to say: those are waited for.
 */
export function Undo({ act, then = 'stay', ...rest }: UndoProps) {
  const t = useTranslations('acts');
  const words = { ...rest, submit: t('undo'), pending: t('working') };
  if (act.kind === 'heard')
    return <UndoForm action={undoHearing} hidden={{ messageId: act.messageId, then }} {...words} />;
  if (act.kind === 'rested') return <UndoForm action={endRest} hidden={{ id: act.id }} {...words} />;
  const { messageId, contactId } = act;
  return <UndoForm action={undoLog} hidden={{ messageId, contactId, then }} gone={t('undone')} {...words} />;
}
