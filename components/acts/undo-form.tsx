'use client';

import { useKeptForm } from '@/components/gate/kept-form';
import { Key, shortcutAttributes } from '@/components/ui/key';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';

interface UndoFormProps {
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  hidden: Readonly<Record<string, string>>;
  submit: string;
  pending: string;
  shortcut?: string | undefined;
  label?: string | undefined;
}

/** One word that takes an act back; what stands in the way is said beside it. */
export function UndoForm({ action, hidden, submit, pending, shortcut, label }: UndoFormProps) {
  const { answer, pending: waiting, form } = useKeptForm(action, noAnswer);
  return (
    <form {...form} className="undo">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span role="alert">{answer.error}</span>
      <button type="submit" className="link" aria-label={label} {...shortcutAttributes(shortcut)}>
        {waiting ? pending : submit} {shortcut && <Key>{shortcut}</Key>}
      </button>
    </form>
  );
}
