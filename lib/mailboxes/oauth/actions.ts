'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { mayI, type Writer } from '@/lib/auth/actor';
import type { FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedForm } from '@/lib/auth/form';
import { countTry } from '@/lib/auth/limits';
import { env } from '@/lib/env/env';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { isSecure } from '@/lib/session/session';
import { onMailboxSchema, signInSchema } from '../forms';
import { providerCalled } from '../providers';
import { ownMailbox, whoConnected } from '../queries';
import { sealingKeys } from '../sealing';
import { redirectUri, serviceOf, wayBack } from './services';
import { authorizeUrl, newStart, sealStart, startCookie, startSeconds, type Start } from './start';

/** Sends somebody to where their mail is kept, to sign in there and allow that it is read here. */
export async function signInThere(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(signInSchema, form, async ({ email, provider }, language) => {
    const writer = await mayI('write');
    const taken = await whoConnected(writer, email);
    if (taken) return refusedForm(form, translate(language, 'mailboxes')(taken.isOwn ? 'mine' : 'taken'));
    return sent(writer, { email, provider, mailboxId: null }, form, language);
  });
}

/** The same for a mailbox of one's own that is there: whose consent has run out, or was taken back. */
export async function signInAgain(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onMailboxSchema, form, async ({ id }, language) => {
    const writer = await mayI('write');
    const own = await ownMailbox(writer, id);
    if (!own) return refusedForm(form, translate(language, 'mailboxes')('gone'));
    return sent(writer, { email: own.email, provider: own.provider ?? '', mailboxId: id }, form, language);
  });
}

async function sent(
  writer: Writer,
  given: Pick<Start, 'email' | 'provider' | 'mailboxId'>,
  form: FormData,
  language: Language,
): Promise<FormAnswer> {
  const t = translate(language, 'mailboxes');
  const service = serviceOf(providerCalled(given.provider)?.oauth ?? null, env());
  if (!service) return refusedForm(form, t('oauth.off'));
  const full = await countTry([['mailbox', writer.userId]]);
  if (full) return refusedForm(form, translate(language, 'account')('too_many_attempts', full));
  const start = newStart(given, new Date());
  const sealed = sealStart(start, writer.userId, sealingKeys(env().EARSHOT_MAILBOX_KEY));
  if (sealed === null) return refusedForm(form, t('no_key'));
  // Lax, since the service sends them back from its own page.
  (await cookies()).set(startCookie, sealed, {
    ...{ httpOnly: true, sameSite: 'lax', secure: isSecure(), path: wayBack, maxAge: startSeconds },
  });
  redirect(authorizeUrl(service, start, redirectUri(env().APP_URL)));
}
