'use client';

import { useActionState, useEffect, useRef } from 'react';
import { AccountField } from '@/components/auth/account-field';
import { ActionForm } from '@/components/auth/action-form';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { connect, prepareMailbox } from '@/lib/mailboxes/actions';
import { signInThere } from '@/lib/mailboxes/oauth/actions';
import { ServerFields } from './server-fields';
import type { ServerPlans } from './server-plans';

interface Words {
  email: string;
  next: string;
  other: string;
  servers: string;
  /** Holds `{domain}`. */
  ask: string;
  asking: string;
  password: string;
  passwordHint: string;
  submit: string;
  trying: string;
  signIn: Readonly<Record<string, string>>;
  leaving: string;
  orPassword: string;
}

/** First the address, then what was guessed of it and the password. It works without a script as well. */
export function ConnectForm({ plans, words }: { plans: ServerPlans; words: Words }) {
  const [prepared, prepare] = useActionState(prepareMailbox, noAnswer);
  const [tried, send] = useActionState(connect, noAnswer);
  const shown = lastOf(prepared, tried);
  const email = shown.values['email'] ?? '';
  if (shown.values['imapHost'] === undefined) {
    return (
      <form action={prepare} noValidate className="max-w-[440px]">
        <AccountField
          plan={{ kind: 'line', name: 'email', type: 'email', autoComplete: 'email', label: words.email }}
          answer={shown}
        />
        {shown.error && <Said answer={shown} />}
        <div className="acts mt-6">
          <SubmitButton pending={words.asking}>{words.next}</SubmitButton>
        </div>
      </form>
    );
  }
  const signIn = words.signIn[prepared.values['oauth'] ?? ''];
  return (
    <>
      <form action={prepare} className="acts">
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="look" value="address" />
        <strong className="font-medium break-all">{email}</strong>
        <SubmitButton variant="quiet" pending={words.asking}>
          {words.other}
        </SubmitButton>
      </form>
      {shown.done && <p className="lede mt-2">{shown.done}</p>}
      {prepared.values['step'] === 'unknown' && prepared.values['looked'] === '' && (
        <form action={prepare} className="acts mt-3">
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="look" value="exchangers" />
          <SubmitButton variant="plain" pending={words.asking}>
            {words.ask.replace('{domain}', email.slice(email.lastIndexOf('@') + 1))}
          </SubmitButton>
        </form>
      )}
      {signIn === undefined ? (
        <Account {...{ plans, words, send, email }} answer={shown} />
      ) : (
        <>
          <ActionForm
            action={signInThere}
            hidden={{ email, provider: prepared.values['provider'] ?? '' }}
            submit={signIn}
            pending={words.leaving}
          />
          <div className="mt-6">
            <Fold summary={words.orPassword} open={tried !== noAnswer}>
              <Account {...{ plans, words, send, email }} answer={shown} />
            </Fold>
          </div>
        </>
      )}
    </>
  );
}

interface AccountProps {
  plans: ServerPlans;
  words: Words;
  answer: FormAnswer;
  email: string;
  send: (form: FormData) => void;
}

function Account({ plans, words, answer, email, send }: AccountProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);
  // What nobody guessed, or what is wrong in there, is not folded away.
  const isOpen = !answer.values['provider'] || Object.keys(answer.fields).some((name) => name !== 'password');
  return (
    <form ref={form} action={send} noValidate className="mt-5 max-w-[520px]">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="provider" value={answer.values['provider'] ?? ''} />
      <AccountField
        plan={{
          ...{ kind: 'line', name: 'password', type: 'password', autoComplete: 'off' },
          ...{ label: words.password, hint: words.passwordHint },
        }}
        answer={answer}
      />
      <div className="mt-4">
        <Fold summary={words.servers} open={isOpen}>
          <ServerFields plans={plans} answer={answer} />
        </Fold>
      </div>
      {answer.error && <Said answer={answer} />}
      <div className="acts mt-6">
        <SubmitButton pending={words.trying}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}

function Said({ answer }: { answer: FormAnswer }) {
  return (
    <div className="mt-5">
      <FormMessage kind="error">{answer.error}</FormMessage>
    </div>
  );
}

// What was tried last is shown as long as it is about the address that was prepared last; without a script there is
// only what was tried.
function lastOf(prepared: FormAnswer, tried: FormAnswer): FormAnswer {
  if (tried === noAnswer) return prepared;
  const isOther = prepared !== noAnswer && prepared.values['email'] !== tried.values['email'];
  return isOther || prepared.values['step'] === 'address' ? prepared : tried;
}
