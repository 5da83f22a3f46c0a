'use client';

import { useActionState, useEffect, useRef } from 'react';
import { AccountField, type FieldPlan } from '@/components/auth/account-field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { noAnswer } from '@/lib/auth/answer';
import { setModel } from '@/lib/replies/language-model/actions';

interface ModelFormProps {
  isOn: boolean;
  fields: readonly FieldPlan[];
  words: { try: string; on: string; trying: string; example: string };
}

/** Which model is asked: tried with an example before anything is switched on. It works without a script as well. */
export function ModelForm({ isOn, fields, words }: ModelFormProps) {
  const [answer, send] = useActionState(setModel, noAnswer);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer !== noAnswer) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);
  // Switched off again below, that it is on is no longer true.
  const done = answer.values['now'] === 'on' && !isOn ? null : answer.done;
  return (
    <form ref={form} action={send} noValidate className="max-w-[520px]">
      {fields.map((plan) => (
        <AccountField key={plan.name} plan={plan} answer={answer} />
      ))}
      {(answer.error ?? done) && (
        <div className="mt-5">
          <FormMessage kind={answer.error ? 'error' : 'success'}>{answer.error ?? done}</FormMessage>
        </div>
      )}
      <p className="hint mt-4">{words.example}</p>
      <div className="acts mt-4">
        <SubmitButton name="intent" value="on" pending={words.trying}>
          {words.on}
        </SubmitButton>
        <SubmitButton name="intent" value="try" variant="plain" pending={words.trying}>
          {words.try}
        </SubmitButton>
      </div>
    </form>
  );
}
