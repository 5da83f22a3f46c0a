'use client';

import { useActionState } from 'react';
import { AccountField } from '@/components/auth/account-field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { change } from '@/lib/mailboxes/actions';
import { useMending } from './mending';
import { ServerFields } from './server-fields';
import type { ServerPlans } from './server-plans';
import { WithPage } from './with-page';

interface ChangeFormProps {
  id: string;
  /** What is set now. */
  values: Readonly<Record<string, string>>;
  plans: ServerPlans;
  words: { password: string; hint: string; submit: string; trying: string };
}

/** Other servers or another password for a mailbox that is there; tried before anything is saved. */
export function ChangeForm({ id, values, plans, words }: ChangeFormProps) {
  const [answer, send, isTrying] = useActionState(change, noAnswer);
  const mending = useMending(answer);
  const shown: FormAnswer = { ...answer, values: { ...values, ...answer.values } };
  return (
    <form {...mending} action={send} noValidate className="max-w-[520px]">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="provider" value={values['provider'] ?? ''} />
      <ServerFields plans={plans} answer={shown} />
      <AccountField
        plan={{
          ...{ kind: 'line', name: 'password', type: 'password', autoComplete: 'off' },
          ...{ label: words.password, hint: words.hint },
        }}
        answer={shown}
      />
      {!isTrying && (answer.error ?? answer.done) && (
        <div className="mt-5">
          <FormMessage kind={answer.error ? 'error' : 'success'}>
            <WithPage words={answer.error ?? answer.done ?? ''} page={answer.values['page']} />
          </FormMessage>
        </div>
      )}
      <div className="acts mt-6">
        <SubmitButton variant="plain" pending={words.trying}>
          {words.submit}
        </SubmitButton>
      </div>
    </form>
  );
}
