import 'server-only';
import type { z } from 'zod';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import type { MailAccount } from '@/lib/mail/account';
import { mailFailed, type MailFault } from '@/lib/mail/fault';
import type { Resolving } from '@/lib/mail/hosts';
import { tryAccount } from '@/lib/mail/try-account';
import type { OauthSecret } from '../kept-secret';
import { changeMailbox, connectMailbox, type NewMailbox } from '../mutations';
import { providerCalled } from '../providers';
import { accountRow, openedAccount, ownMailbox, type AccountRow } from '../queries';
import { seal, sealingKeys } from '../sealing';
import { redirectUri, serviceOf, type OauthCode } from './services';
import { startIn, type broughtSchema, type Start } from './start';
import { askTokens, type Tokens } from './tokens';

/** Milliseconds before its end from which on a token is not begun with any more. */
const early = 120_000;

/**
 * For the worker that holds the lease: with what a mailbox is read. A token that has run out, or that `anew` calls for,
 * is changed for a new one first, which is kept sealed like the one before.
 * @throws EarshotError `not_found`; `mail_failed`: `secret_locked`, `oauth_off`, `consent_gone` and what keeps a
 * service from answering
 */
export async function accountToRead(mailboxId: string, anew = false): Promise<MailAccount> {
  const row = await accountRow(mailboxId);
  const { imap, login, secret } = openedAccount(row);
  if (secret.kind !== 'oauth') return { imap, login, secret };
  const isGood = !anew && secret.until - Date.now() > early;
  const access = isGood ? secret.access : await refreshed(row, secret);
  return { imap, login, secret: { kind: 'xoauth2', token: access } };
}

async function refreshed(row: AccountRow, secret: OauthSecret): Promise<string> {
  const service = serviceOf(secret.service, env());
  if (!service) throw mailFailed('oauth_off');
  const answer = await askTokens(service, { refresh: secret.refresh });
  if (!answer.ok) throw mailFailed(answer.fault);
  const { id: mailboxId, login, imapHost, smtpHost } = row;
  const fresh = secretOf(secret.service, answer.tokens, secret.refresh);
  const keys = sealingKeys(env().EARSHOT_MAILBOX_KEY);
  const sealed = seal(fresh, { mailboxId, login, imapHost, smtpHost }, keys);
  // Whoever connected it again meanwhile brought newer ones.
  await rows(
    `UPDATE mailboxes SET secret = $2, secret_nonce = $3, secret_key_id = $4 WHERE id = $1 AND secret = $5`,
    [mailboxId, sealed.secret, sealed.nonce, sealed.keyId, row.secret],
  );
  return fresh.access;
}

function secretOf(service: OauthCode, { access, refresh, seconds }: Tokens, kept: string): OauthSecret {
  const until = Date.now() + seconds * 1_000;
  return { kind: 'oauth', service, refresh: refresh ?? kept, access, until };
}

/**
 * Ends a sign-in whose person came back, and answers where they are led: to the mailbox, or to a page that says why
 * there is none. `kept` is the cookie of the browser it began in.
 */
export async function signInBack(
  writer: Writer,
  brought: z.infer<typeof broughtSchema> | null,
  kept: string | undefined,
): Promise<string> {
  const at = { userId: writer.userId, state: brought?.state ?? '', now: new Date() };
  const start = startIn(kept, at, sealingKeys(env().EARSHOT_MAILBOX_KEY));
  // Nobody began this here and now: nothing of what was brought is used.
  if (!start) return '/settings/mailboxes/new?oauth=stale';
  if (brought?.code === undefined) {
    return whereWhy(start, brought?.error === 'access_denied' ? 'denied' : 'oauth_refused');
  }
  const end = await finishSignIn(writer, start, brought.code);
  return end.ok ? `/settings/mailboxes/${end.id}` : whereWhy(start, end.reason);
}

function whereWhy({ mailboxId, provider }: Start, why: string): string {
  const page = mailboxId === null ? '/settings/mailboxes/new' : `/settings/mailboxes/${mailboxId}`;
  return `${page}?${new URLSearchParams({ oauth: why, at: provider }).toString()}`;
}

/** What came of a sign-in: the mailbox, or why there is none. */
export type SignInEnd =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: MailFault | 'mine' | 'taken' | 'gone' };

/**
 * Changes what somebody brought back into tokens, signs in with them to see whether they open the mailbox that was
 * meant, and keeps them. Where only sending does not work, the mailbox is read all the same.
 */
export async function finishSignIn(
  writer: Writer,
  { email, provider: code, mailboxId, verifier }: Start,
  brought: string,
  resolving: Resolving = {},
): Promise<SignInEnd> {
  const provider = providerCalled(code);
  const service = serviceOf(provider?.oauth ?? null, env());
  if (!provider || !service) return { ok: false, reason: 'oauth_off' };
  const grant = { code: brought, verifier, redirectUri: redirectUri(env().APP_URL) };
  const answer = await askTokens(service, grant);
  if (!answer.ok) return { ok: false, reason: answer.fault };
  const { access, refresh } = answer.tokens;
  // Without it the mailbox could be read for an hour.
  if (refresh === null) return { ok: false, reason: 'oauth_refused' };
  const { imap, smtp } = provider;
  const account = { imap, smtp, login: email, secret: { kind: 'xoauth2', token: access } } as const;
  const end = await tryAccount(account, resolving);
  if (end?.protocol === 'imap') return { ok: false, reason: ofToken(end.fault) };
  const secret = secretOf(service.code, answer.tokens, refresh);
  const kept = { email, provider: code, imap, smtp: end ? null : smtp, login: email, secret };
  return mailboxId === null ? connectMailboxFor(writer, kept) : changeOwn(writer, mailboxId, kept);
}

/** What a server that takes no token means by its no: not the password, for there is none. */
function ofToken(fault: MailFault): MailFault {
  return fault === 'wrong_password' || fault === 'password_not_taken' ? 'token_refused' : fault;
}

async function connectMailboxFor(writer: Writer, mailbox: NewMailbox): Promise<SignInEnd> {
  const kept = await connectMailbox(writer, mailbox);
  return kept.ok ? { ok: true, id: kept.id } : { ok: false, reason: kept.reason };
}

async function changeOwn(writer: Writer, id: string, mailbox: NewMailbox): Promise<SignInEnd> {
  const own = await ownMailbox(writer, id);
  const changed = own?.email === mailbox.email && (await changeMailbox(writer, id, mailbox));
  return changed ? { ok: true, id } : { ok: false, reason: 'gone' };
}
