'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { mayI, type Writer } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedForm } from '@/lib/auth/form';
import { countTry, giveTryBack } from '@/lib/auth/limits';
import { env } from '@/lib/env/env';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { exchangersOf } from '@/lib/mail/mx';
import { hasReachedNobody, tryAccount } from '@/lib/mail/try-account';
import {
  backSchema,
  changeSchema,
  connectSchema,
  meantPassword,
  onMailboxSchema,
  prepareSchema,
  sendersSchema,
  serversOf,
  valuesOf,
  type TypedAccount,
} from './forms';
import { fieldToMend } from './mending';
import {
  changeMailbox,
  chooseBackReading,
  chooseUnknownSenders,
  connectMailbox,
  disconnectMailbox,
  pauseMailbox,
  resumeMailbox,
  tryMailboxAgain,
} from './mutations';
import { serviceOf } from './oauth/services';
import { domainOf, providerBehind, providerCalled, providerOf, usualServers } from './providers';
import { canSeal, ownMailbox, whoConnected } from './queries';
import { toldAsks, toldTrial } from './told';

/** Guesses the servers of an address from the table; only when asked to, from who takes the mail of its domain. */
export async function prepareMailbox(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(prepareSchema, form, async ({ email, look }, language) => {
    const writer = await mayI('write');
    if (look === 'address') return { ...noAnswer, values: { step: 'address', email } };
    const taken = await whoConnected(writer, email);
    const t = translate(language, 'mailboxes');
    if (taken) return refusedForm(form, t(taken.isOwn ? 'mine' : 'taken'));
    const domain = domainOf(email);
    let provider = providerOf(email);
    if (!provider && look === 'exchangers') {
      const full = await countTry([['exchangers', writer.userId]]);
      if (full) return refusedForm(form, translate(language, 'account')('too_many_attempts', full));
      provider = providerBehind(await exchangersOf(domain));
    }
    const values = valuesOf(email, email, provider?.code ?? null, provider ?? usualServers(domain));
    const service = serviceOf(provider?.oauth ?? null, env());
    const done = provider
      ? toldAsks(language, provider, service !== null)
      : t(look === 'exchangers' ? 'asked_in_vain' : 'unknown', { domain });
    return {
      ...noAnswer,
      done,
      values: {
        ...{ ...values, step: provider ? 'known' : 'unknown', looked: look },
        ...{ oauth: service?.code ?? '', page: provider?.page ?? '' },
      },
    };
  });
}

/** Tries an account and, when one gets in, keeps it. */
export async function connect(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(connectSchema, form, async ({ email, ...typed }, language) => {
    const writer = await mayI('write');
    const account = accountOf(typed, email);
    const refused = await triedInVain(writer, account, form, language);
    if (refused) return refused;
    const kept = await connectMailbox(writer, { ...account, email });
    if (!kept.ok) return refusedForm(form, translate(language, 'mailboxes')(kept.reason));
    revalidatePath('/', 'layout');
    redirect(`/settings/mailboxes/${kept.id}`);
  });
}

/** Tries other servers or another password for a mailbox of one's own, and keeps them. */
export async function change(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(changeSchema, form, async ({ id, ...typed }, language) => {
    const writer = await mayI('write');
    const own = await ownMailbox(writer, id);
    const t = translate(language, 'mailboxes');
    if (!own) return refusedForm(form, t('gone'));
    const account = accountOf(typed, own.email);
    const refused = await triedInVain(writer, account, form, language);
    if (refused) return refused;
    await changeMailbox(writer, id, { ...account, email: own.email });
    return answered(true, form, language, 'changed');
  });
}

/** Stops reading a mailbox for a while. */
export async function pause(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMailboxSchema, form, async ({ id }, language) =>
    answered(await pauseMailbox(await mayI('write'), id), form, language, 'paused_now'),
  );
}

/** Reads it again. */
export async function resume(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMailboxSchema, form, async ({ id }, language) =>
    answered(await resumeMailbox(await mayI('write'), id), form, language, 'resumed_now'),
  );
}

/** Tries a mailbox that fails at once, and not when its turn comes. */
export async function tryAgain(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMailboxSchema, form, async ({ id }, language) => {
    const writer = await mayI('write');
    const full = await countTry([['mailbox', writer.userId]]);
    if (full) return refusedForm(form, translate(language, 'account')('too_many_attempts', full));
    return answered(await tryMailboxAgain(writer, id), form, language, 'failing.trying');
  });
}

/** Says what becomes of mail by people who are no contacts. */
export async function chooseSenders(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(sendersSchema, form, async ({ id, senders }, language) =>
    answered(await chooseUnknownSenders(await mayI('write'), id, senders), form, language, 'changed'),
  );
}

/** Says whether older mail is read. */
export async function chooseBack(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(backSchema, form, async ({ id, wanted }, language) =>
    answered(await chooseBackReading(await mayI('write'), id, wanted === 'yes'), form, language, 'changed'),
  );
}

/** Lets a mailbox go. */
export async function disconnect(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMailboxSchema, form, async ({ id }, language) => {
    const gone = await disconnectMailbox(await mayI('write'), id);
    if (!gone) return answered(false, form, language, 'changed');
    revalidatePath('/', 'layout');
    redirect(`/settings/mailboxes?left=${id}`);
  });
}

function accountOf({ password, login, provider, ...typed }: TypedAccount, email: string) {
  const secret = { kind: 'password', password: meantPassword(password) } as const;
  const servers = serversOf({ password, login, provider, ...typed });
  return { ...servers, login: login || email, provider: provider || null, secret };
}

async function triedInVain(
  writer: Writer,
  account: ReturnType<typeof accountOf>,
  form: FormData,
  language: Language,
): Promise<FormAnswer | null> {
  if (!canSeal()) return refusedForm(form, translate(language, 'mailboxes')('no_key'));
  const full = await countTry([
    ['mailbox', writer.userId],
    ['mailbox_named', writer.userId],
  ]);
  if (full) return refusedForm(form, translate(language, 'account')('too_many_attempts', full));
  const end = await tryAccount(account);
  if (end === null) return null;
  if (hasReachedNobody(end)) await giveTryBack([['mailbox', writer.userId]]);
  const provider = providerCalled(account.provider);
  const canSignIn = serviceOf(provider?.oauth ?? null, env()) !== null;
  const refused = refusedForm(form, toldTrial(language, end, { ...account, canSignIn }));
  return {
    ...refused,
    values: { ...refused.values, mend: fieldToMend(end), page: provider?.page ?? '' },
  };
}

function answered(
  done: boolean,
  form: FormData,
  language: Language,
  word: 'changed' | 'paused_now' | 'resumed_now' | 'failing.trying',
): FormAnswer {
  const t = translate(language, 'mailboxes');
  if (!done) return refusedForm(form, t('gone'));
  revalidatePath('/', 'layout');
  return { ...noAnswer, done: t(word) };
}
