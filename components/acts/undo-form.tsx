'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Key, shortcutAttributes } from '@/components/ui/key';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

interface UndoFormProps {
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** Said while the answer is awaited. */
  pending: string;
  /** Said instead, at once, where taking it back lifts nothing: what it was is struck through meanwhile (doing.css). */
  gone?: string | undefined;
  shortcut?: string | undefined;
  label?: string | undefined;
}

/** One word that takes an act back; what stands in the way is said beside it, and it stands again. */
export function UndoForm({ action, hidden, submit, pending, gone, shortcut, label }: UndoFormProps) {
  const { answer, pending: waiting, form } = useKeptForm(action, noAnswer);
  return (
    <form {...form} className="undo" data-gone={(waiting && gone !== undefined) || undefined}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span role="alert">{!waiting && answer.error}</span>
      <button
        type="submit"
        className="link"
        aria-label={waiting ? undefined : label}
        aria-busy={waiting || undefined}
        {...shortcutAttributes(shortcut)}
      >
        <span aria-live="polite">{waiting ? (gone ?? pending) : submit}</span>{' '}
        {shortcut && !waiting && <Key>{shortcut}</Key>}
      </button>
    </form>
  );
}
