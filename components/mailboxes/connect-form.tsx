'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { AccountField } from '@/components/auth/account-field';
import { ActionForm } from '@/components/auth/action-form';
import { Fold } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { connect, prepareMailbox } from '@/lib/mailboxes/actions';
import { signInThere } from '@/lib/mailboxes/oauth/actions';
import { useMending } from './mending';
import { ServerFields } from './server-fields';
import type { ServerPlans } from './server-plans';
import { WithPage } from './with-page';

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
  const [prepared, prepare, isPreparing] = useActionState(prepareMailbox, noAnswer);
  const [tried, send, isTrying] = useActionState(connect, noAnswer);
  const shown = lastOf(prepared, tried);
  const email = shown.values['email'] ?? '';
  if (shown.values['imapHost'] === undefined) {
    return (
      <Arriving at={shown} first="input[type=email]">
        <form action={prepare} noValidate className="max-w-[440px]">
          <AccountField
            plan={{ kind: 'line', name: 'email', type: 'email', autoComplete: 'email', label: words.email }}
            answer={isPreparing ? { ...shown, fields: {} } : shown}
          />
          {!isPreparing && shown.error && <Said answer={shown} />}
          <div className="acts mt-6">
            <SubmitButton pending={words.asking}>{words.next}</SubmitButton>
          </div>
        </form>
      </Arriving>
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
      {shown.done && (
        <p className="lede mt-2">
          <WithPage words={shown.done} page={shown.values['page']} />
        </p>
      )}
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
        <Arriving at={prepared} first="input[type=password]">
          <Account {...{ plans, words, send, email, isTrying }} answer={shown} />
        </Arriving>
      ) : (
        <Arriving at={prepared} first="button">
          <ActionForm
            action={signInThere}
            hidden={{ email, provider: prepared.values['provider'] ?? '' }}
            submit={signIn}
            pending={words.leaving}
          />
          <div className="mt-6">
            <Fold summary={words.orPassword} open={tried !== noAnswer}>
              <Account {...{ plans, words, send, email, isTrying }} answer={shown} />
            </Fold>
          </div>
        </Arriving>
      )}
    </>
  );
}

interface ArrivingProps {
  /** What one was answered. */
  at: FormAnswer;
  /** A selector: what is to be filled first. */
  first: string;
  children: ReactNode;
}

// What had the focus went away with the answer: it goes to what is to be filled next, or is wrong.
function Arriving({ at, first, children }: ArrivingProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid]');
    (wrong ?? box.current?.querySelector<HTMLElement>(first))?.focus();
  }, [at, first]);
  return <div ref={box}>{children}</div>;
}

interface AccountProps {
  plans: ServerPlans;
  words: Words;
  answer: FormAnswer;
  email: string;
  send: (form: FormData) => void;
  isTrying: boolean;
}

function Account({ plans, words, answer, email, send, isTrying }: AccountProps) {
  const mending = useMending(answer);
  // What nobody guessed, or what is wrong in there, is not folded away.
  const wrong = [...Object.keys(answer.fields), answer.values['mend'] ?? ''];
  const isOpen = !answer.values['provider'] || wrong.some((name) => name !== 'password' && name !== '');
  return (
    <form {...mending} action={send} noValidate className="mt-5 max-w-[520px]">
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
      {!isTrying && answer.error && <Said answer={answer} />}
      <div className="acts mt-6">
        <SubmitButton pending={words.trying}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}

function Said({ answer }: { answer: FormAnswer }) {
  return (
    <div className="mt-5">
      <FormMessage kind="error">
        <WithPage words={answer.error ?? ''} page={answer.values['page']} />
      </FormMessage>
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
