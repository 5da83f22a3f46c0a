'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { Answered } from './act-field';
import { useKeptForm } from './kept-form';

interface ActFormProps {
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  /** What goes with it unseen. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  pending: string;
  variant?: ButtonProps['variant'];
  /** One came for this: its button has the focus. */
  isWanted?: boolean;
  /** Its fields say themselves what is wrong with them (`ActTextArea`). */
  saysAtField?: boolean;
  children?: ReactNode;
}

/** A small form with one act: what it is answered stands above its button, and what was filled in stays. */
export function ActForm({
  action,
  hidden = {},
  submit,
  pending,
  variant = 'plain',
  isWanted,
  saysAtField = false,
  children,
}: ActFormProps) {
  const { answer, pending: waiting, form } = useKeptForm(action, noAnswer);
  const error = answer.error ?? (saysAtField ? undefined : Object.values(answer.fields)[0]);
  return (
    <form {...form} noValidate={saysAtField}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Answered value={answer}>{children}</Answered>
      {error && <FormMessage kind="error">{error}</FormMessage>}
      {answer.done && <FormMessage kind="success">{answer.done}</FormMessage>}
      <div className="acts">
        <Button type="submit" variant={variant} aria-busy={waiting || undefined} autoFocus={isWanted}>
          <span aria-live="polite">{waiting ? pending : submit}</span>
        </Button>
      </div>
    </form>
  );
}
