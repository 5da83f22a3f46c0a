import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { MailboxState, UnknownSenders } from '@/generated/prisma/client';
import { mayOwn, type Actor } from '@/lib/auth/actor';
import { rows, rowsWithin } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import { EarshotError } from '@/lib/errors/earshot-error';
import type { MailAccount, MailServer, Security } from '@/lib/mail/account';
import type { KeptSecret } from './kept-secret';
import type { OauthCode } from './oauth/services';
import { sealingKeys, unseal, type SealingKey } from './sealing';

/** What of a row is sealed, and what it is sealed for. */
export interface SealedRow {
  readonly id: string;
  readonly login: string;
  readonly imapHost: string;
  readonly smtpHost: string | null;
  readonly secret: Uint8Array;
  readonly nonce: Uint8Array;
  readonly keyId: string;
}

/** A row with what it takes to connect. */
export interface AccountRow extends SealedRow {
  readonly imapPort: number;
  readonly imapSecurity: Security;
}

/**
 * The row of a mailbox that is connected, its secret sealed.
 * @throws EarshotError `not_found`
 */
export async function accountRow(mailboxId: string): Promise<AccountRow> {
  const [row] = await rows<AccountRow & Record<string, unknown>>(
    `SELECT b.id, b.login, b.imap_host AS "imapHost", b.imap_port AS "imapPort", b.imap_security AS "imapSecurity", b.smtp_host AS "smtpHost",
       b.secret, b.secret_nonce AS nonce, b.secret_key_id AS "keyId"
     FROM mailboxes b JOIN users u ON u.id = b.user_id AND u.closed_at IS NULL
     WHERE b.id = $1 AND b.closed_at IS NULL AND b.secret IS NOT NULL`,
    [mailboxId],
  );
  if (!row) throw new EarshotError('not_found');
  return row;
}

/** Where a mailbox is read, and with what: a password, or what a service gave. */
export type KeptAccount = Omit<MailAccount, 'secret'> & { readonly secret: KeptSecret };

/**
 * The account of a mailbox, its secret opened.
 * @throws EarshotError `not_found`; `mail_failed` `secret_locked` where no key here opens it
 */
export async function accountOf(mailboxId: string): Promise<KeptAccount> {
  return openedAccount(await accountRow(mailboxId));
}

/** The account of a row. @throws EarshotError `mail_failed` `secret_locked` where no key here opens it */
export function openedAccount(row: AccountRow): KeptAccount {
  const secret = openedSecret(row, sealingKeys(env().EARSHOT_MAILBOX_KEY));
  const imap = { host: row.imapHost, port: row.imapPort, security: row.imapSecurity };
  return { imap, login: row.login, secret };
}

/** Whether there is a key to seal with; without one no password is even tried. */
export function canSeal(): boolean {
  return sealingKeys(env().EARSHOT_MAILBOX_KEY).length > 0;
}

/** Opens what is sealed in a row. */
export function openedSecret(row: SealedRow, keys: readonly SealingKey[]): KeptSecret {
  const sealed = { secret: Buffer.from(row.secret), nonce: Buffer.from(row.nonce), keyId: row.keyId };
  const { id: mailboxId, login, imapHost, smtpHost } = row;
  return unseal(sealed, { mailboxId, login, imapHost, smtpHost }, keys);
}

/** A mailbox as its owner, and the owner of the installation, see that it stands. */
export interface ShownMailbox {
  readonly id: string;
  readonly email: string;
  readonly holder: string;
  readonly isOwn: boolean;
  readonly state: MailboxState;
  readonly failingSince: Date | null;
  readonly fault: string | null;
  readonly readToEndAt: Date | null;
  readonly connectedAt: Date;
  /** Whether it was read to its end within the hour the law asks for. */
  readonly isHeard: boolean;
}

const standing = `b.id, b.email, u.name AS holder, b.user_id = $1 AS "isOwn", b.state, b.failing_since AS "failingSince", b.fault,
  b.read_to_end_at AS "readToEndAt", b.connected_at AS "connectedAt",
  coalesce(b.read_to_end_at > law.clock() - interval '60 minutes', false) AS "isHeard"`;

/** One's own mailboxes, for an owner everybody's: that they are there and how they stand, nothing of what is in them. */
export async function mailboxesFor(actor: Actor): Promise<ShownMailbox[]> {
  return rows<ShownMailbox>(
    `SELECT ${standing} FROM mailboxes b JOIN users u ON u.id = b.user_id AND u.closed_at IS NULL
     WHERE b.closed_at IS NULL AND (b.user_id = $1 OR $2) ORDER BY b.user_id <> $1, b.email LIMIT 500`,
    [actor.userId, mayOwn(actor)],
  );
}

/** What one set for a mailbox of one's own. Never its secret. */
export interface OwnMailbox extends ShownMailbox {
  readonly provider: string | null;
  /** When it was last tried in vain; null while it is not failing. */
  readonly faultAt: Date | null;
  /** Whose own sign-in it is opened with; null where it is a password. */
  readonly oauth: OauthCode | null;
  readonly imap: MailServer;
  readonly smtp: MailServer | null;
  readonly login: string;
  readonly backReading: boolean;
  readonly unknownSenders: UnknownSenders;
}

interface OwnRow extends ShownMailbox {
  readonly faultAt: Date | null;
  readonly provider: string | null;
  readonly oauth: OauthCode | null;
  readonly login: string;
  readonly backReading: boolean;
  readonly unknownSenders: UnknownSenders;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecurity: Security;
  readonly smtpHost: string | null;
  readonly smtpPort: number | null;
  readonly smtpSecurity: Security | null;
}

/** A mailbox of one's own; null where there is none, or it is a colleague's. */
export async function ownMailbox(actor: Actor, id: string): Promise<OwnMailbox | null> {
  const [row] = await rows<OwnRow>(
    `SELECT ${standing}, b.provider, b.fault_at AS "faultAt", b.oauth, coalesce(b.login, b.email) AS login, b.back_reading AS "backReading", b.unknown_senders AS "unknownSenders",
       coalesce(b.imap_host, '') AS "imapHost", coalesce(b.imap_port, 993) AS "imapPort", coalesce(b.imap_security, 'tls') AS "imapSecurity",
       b.smtp_host AS "smtpHost", b.smtp_port AS "smtpPort", b.smtp_security AS "smtpSecurity"
     FROM mailboxes b JOIN users u ON u.id = b.user_id WHERE b.id = $2 AND b.user_id = $1 AND b.closed_at IS NULL`,
    [actor.userId, id],
  );
  if (!row) return null;
  const { imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity, ...rest } = row;
  const imap = { host: imapHost, port: imapPort, security: imapSecurity };
  const sends = smtpHost !== null && smtpPort !== null && smtpSecurity !== null;
  return { ...rest, imap, smtp: sends ? { host: smtpHost, port: smtpPort, security: smtpSecurity } : null };
}

/** A mailbox that was let go, one's own or for an owner anybody's; null where it is connected again, or there is none. */
export async function mailboxLeft(
  actor: Actor,
  id: string,
): Promise<Pick<ShownMailbox, 'email' | 'holder' | 'isOwn'> | null> {
  const [left] = await rows<Pick<ShownMailbox, 'email' | 'holder' | 'isOwn'> & Record<string, unknown>>(
    `SELECT b.email, u.name AS holder, b.user_id = $1 AS "isOwn" FROM mailboxes b JOIN users u ON u.id = b.user_id
     WHERE b.id = $2 AND b.closed_at IS NOT NULL AND (b.user_id = $1 OR $3)
       AND NOT EXISTS (SELECT FROM mailboxes o WHERE o.email = b.email AND o.closed_at IS NULL)`,
    [actor.userId, id, mayOwn(actor)],
  );
  return left ?? null;
}

/** Whether an address may be connected: by nobody yet, by oneself, by a colleague. */
export async function whoConnected(
  actor: Actor,
  email: string,
): Promise<{ id: string; isOwn: boolean } | null> {
  const [open] = await rows<{ id: string; isOwn: boolean }>(
    `SELECT id, user_id = $1 AS "isOwn" FROM mailboxes WHERE email = $2 AND closed_at IS NULL`,
    [actor.userId, email],
  );
  return open ?? null;
}

/** How many mailboxes there are in each state, and how many of those being read were not read to their end for an hour. */
export interface MailboxCounts {
  readonly connected: number;
  readonly failing: number;
  readonly paused: number;
  readonly unread: number;
}

const counting = `SELECT count(*) FILTER (WHERE b.state = 'connected')::int AS connected, count(*) FILTER (WHERE b.state = 'failing')::int AS failing,
    count(*) FILTER (WHERE b.state = 'paused')::int AS paused,
    count(*) FILTER (WHERE b.state <> 'paused' AND greatest(b.read_to_end_at, b.connected_at) <= law.clock() - interval '60 minutes')::int AS unread
  FROM mailboxes b JOIN users u ON u.id = b.user_id AND u.closed_at IS NULL WHERE b.closed_at IS NULL AND b.secret IS NOT NULL`;

/** For whoever watches: counts, nothing about anybody. One that was connected just now has its hour first. */
export async function mailboxCounts(): Promise<MailboxCounts> {
  const [counts] = await rowsWithin<MailboxCounts>(patience, counting);
  return counts ?? { connected: 0, failing: 0, paused: 0, unread: 0 };
}

const patience = 3_000;

/** The same for a monitor: null where the database does not answer within three seconds. */
export async function mailboxHealth(): Promise<MailboxCounts | null> {
  const silence = wait(patience, null, { ref: false });
  return Promise.race([mailboxCounts(), silence]).catch(() => null);
}
