'use client';

import { useActionState, useEffect, useRef, type ReactNode } from 'react';
import type { ButtonProps } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { AccountField, type FieldPlan } from './account-field';
import { OneTimeLink, type LinkWords } from './one-time-link';

interface ActionFormProps {
  action: (before: FormAnswer, form: FormData) => Promise<FormAnswer>;
  fields?: readonly FieldPlan[];
  /** What goes with it unseen. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  pending: string;
  variant?: ButtonProps['variant'];
  /** For a form that answers a link. */
  linkWords?: LinkWords;
  /** Beside the button. */
  children?: ReactNode;
}

/** A form of accounts: it works without a script, and with one it keeps its place and goes to the first mistake. */
export function ActionForm({
  action,
  fields = [],
  hidden = {},
  submit,
  pending,
  variant = 'first',
  linkWords,
  children,
}: ActionFormProps) {
  const [answer, send] = useActionState(action, noAnswer);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (answer !== noAnswer) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);

  return (
    <form ref={form} action={send} noValidate>
      {answer.error && <FormMessage kind="error">{answer.error}</FormMessage>}
      {answer.done && <FormMessage kind="success">{answer.done}</FormMessage>}
      {answer.link && linkWords && <OneTimeLink href={answer.link} words={linkWords} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((plan) => (
        <AccountField key={plan.name} plan={plan} answer={answer} />
      ))}
      <div className="acts">
        <SubmitButton variant={variant} pending={pending}>
          {submit}
        </SubmitButton>
        {children}
      </div>
    </form>
  );
}
