'use client';

import { useActionState, useEffect, useRef } from 'react';
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
  /** A single button among others. */
  inRow?: boolean;
  /** What the button says to whoever hears it alone. */
  label?: string;
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
  inRow,
  label,
}: ActionFormProps) {
  const [answer, send] = useActionState(action, noAnswer);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (answer !== noAnswer) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);

  const said = answer.error ? (
    <FormMessage kind="error">{answer.error}</FormMessage>
  ) : (
    answer.done && <FormMessage kind="success">{answer.done}</FormMessage>
  );

  return (
    <form ref={form} action={send} noValidate className={fields.length > 0 ? 'max-w-[440px]' : undefined}>
      {fields.map((plan) => (
        <AccountField key={plan.name} plan={plan} answer={answer} />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {said && <div className="mt-5">{said}</div>}
      {answer.link && linkWords && <OneTimeLink href={answer.link} words={linkWords} />}
      <div className={inRow ? 'acts' : fields.length > 0 ? 'acts mt-6' : 'acts mt-4'}>
        <SubmitButton variant={variant} pending={pending} aria-label={label}>
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
