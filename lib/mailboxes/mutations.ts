import 'server-only';
import { v7 } from 'uuid';
import type { UnknownSenders } from '@/generated/prisma/client';
import { mayOwn, type Writer } from '@/lib/auth/actor';
import { db, type Db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { databaseFault } from '@/lib/errors/database-fault';
import { env } from '@/lib/env/env';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import type { MailFault } from '@/lib/mail/fault';
import type { Trial } from '@/lib/mail/try-account';
import type { KeptSecret } from './kept-secret';
import { openedSecret, type SealedRow } from './queries';
import { seal, sealingKeys, type SealingKey } from './sealing';

/** An account that was tried, to be kept. */
export interface NewMailbox extends Omit<Trial, 'secret'> {
  readonly secret: KeptSecret;
  readonly email: string;
  readonly provider: string | null;
}

/** `mine`: it is connected already, by the same person; `taken`: by a colleague. */
export type ConnectAnswer =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: 'mine' | 'taken'; readonly id: string | null };

/**
 * Keeps a mailbox, its secret sealed. One address is connected once; who disconnected it and comes back finds the
 * same row, so that nothing is read twice.
 */
export async function connectMailbox(writer: Writer, mailbox: NewMailbox): Promise<ConnectAnswer> {
  try {
    return await db().$transaction((tx) => connectIn(tx, writer, mailbox));
  } catch (error) {
    if (databaseFault(error)?.sqlstate === '23505') return { ok: false, reason: 'taken', id: null };
    throw error;
  }
}

async function connectIn(tx: Db, writer: Writer, mailbox: NewMailbox): Promise<ConnectAnswer> {
  const before = await tx.$queryRaw<{ id: string; mine: boolean; open: boolean }[]>`
    SELECT id, user_id = ${writer.userId}::uuid AS mine, closed_at IS NULL AS open FROM mailboxes
    WHERE email = ${mailbox.email} ORDER BY closed_at IS NULL DESC, closed_at DESC FOR UPDATE`;
  const [open] = before.filter((one) => one.open);
  if (open) return { ok: false, reason: open.mine ? 'mine' : 'taken', id: open.mine ? open.id : null };
  const kept = before.find(({ mine }) => mine)?.id;
  const id = kept ?? v7();
  if (kept === undefined) {
    await tx.$executeRaw`
      INSERT INTO mailboxes (id, user_id, email) VALUES (${id}::uuid, ${writer.userId}::uuid, ${mailbox.email})`;
  }
  await writeAccount(tx, id, mailbox);
  await tx.$executeRaw`
    UPDATE mailboxes SET closed_at = NULL, state = 'connected', connected_at = law.clock() WHERE id = ${id}::uuid`;
  const codes = { provider: mailbox.provider, again: kept !== undefined };
  await record(tx, writer, 'mailbox_connected', { subjectId: id, codes });
  return { ok: true, id };
}

/** Gives a mailbox of one's own other servers or another password. Answers whether there was one. */
export async function changeMailbox(writer: Writer, id: string, account: NewMailbox): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM mailboxes WHERE id = ${id}::uuid AND user_id = ${writer.userId}::uuid AND closed_at IS NULL FOR UPDATE`;
    if (!own) return false;
    await writeAccount(tx, id, account);
    await record(tx, writer, 'mailbox_changed', { subjectId: id });
    return true;
  });
}

// Whoever reads it with what was known before loses its hold at once.
async function writeAccount(tx: Db, id: string, { imap, smtp, login, secret, provider }: NewMailbox) {
  const where = { mailboxId: id, login, imapHost: imap.host, smtpHost: smtp?.host ?? null };
  const sealed = seal(secret, where, sealingKeys(env().EARSHOT_MAILBOX_KEY));
  await tx.$executeRaw`
    UPDATE mailboxes SET provider = ${provider}, oauth = ${secret.kind === 'oauth' ? secret.service : null}, login = ${login},
      imap_host = ${imap.host}, imap_port = ${imap.port}, imap_security = ${imap.security}::mail_security,
      smtp_host = ${smtp?.host ?? null}, smtp_port = ${smtp?.port ?? null}, smtp_security = ${smtp?.security ?? null}::mail_security,
      secret = ${sealed.secret}, secret_nonce = ${sealed.nonce}, secret_key_id = ${sealed.keyId},
      state = CASE state WHEN 'paused' THEN state ELSE 'connected' END,
      failing_since = NULL, fault = NULL, fault_at = NULL, lease_holder = NULL, leased_until = NULL,
      closed_at = NULL WHERE id = ${id}::uuid`;
}

/** Stops reading a mailbox of one's own for a while. Meanwhile its silence proves nothing. */
export async function pauseMailbox(writer: Writer, id: string): Promise<boolean> {
  return onOwn(
    writer,
    id,
    'mailbox_paused',
    (tx) => tx.$executeRaw`
    UPDATE mailboxes SET state = 'paused', failing_since = NULL, fault = NULL, fault_at = NULL, lease_holder = NULL, leased_until = NULL
    WHERE id = ${id}::uuid AND user_id = ${writer.userId}::uuid AND closed_at IS NULL AND state <> 'paused'`,
  );
}

/** Reads it again. */
export async function resumeMailbox(writer: Writer, id: string): Promise<boolean> {
  return onOwn(
    writer,
    id,
    'mailbox_resumed',
    (tx) => tx.$executeRaw`
    UPDATE mailboxes SET state = 'connected'
    WHERE id = ${id}::uuid AND user_id = ${writer.userId}::uuid AND closed_at IS NULL AND state = 'paused'`,
  );
}

/** Has a failing mailbox of one's own tried at once: whoever waits to try it again waits no longer. */
export async function tryMailboxAgain(writer: Writer, id: string): Promise<boolean> {
  const hastened = await rows(
    `UPDATE mailboxes SET lease_holder = NULL, leased_until = NULL
     WHERE id = $1 AND user_id = $2 AND closed_at IS NULL AND state = 'failing' RETURNING id`,
    [id, writer.userId],
  );
  return hastened.length === 1;
}

/** What becomes of mail by people who are no contacts, in a mailbox of one's own. */
export async function chooseUnknownSenders(
  writer: Writer,
  id: string,
  unknownSenders: UnknownSenders,
): Promise<boolean> {
  return onOwn(writer, id, 'mailbox_changed', async (tx) => {
    const changed = await tx.$executeRaw`
        UPDATE mailboxes SET unknown_senders = ${unknownSenders}::unknown_senders
        WHERE id = ${id}::uuid AND user_id = ${writer.userId}::uuid AND closed_at IS NULL`;
    // Whoever lets strangers be does not keep who wrote.
    if (changed === 1 && unknownSenders === 'ignore') {
      await tx.$executeRaw`
          DELETE FROM mail_questions WHERE mailbox_id = ${id}::uuid AND kind = 'unknown_sender'`;
    }
    return changed;
  });
}

/** Whether mail from before it was connected is read as well. */
export async function chooseBackReading(writer: Writer, id: string, wanted: boolean): Promise<boolean> {
  return onOwn(
    writer,
    id,
    'mailbox_changed',
    (tx) => tx.$executeRaw`
    UPDATE mailboxes SET back_reading = ${wanted}
    WHERE id = ${id}::uuid AND user_id = ${writer.userId}::uuid AND closed_at IS NULL`,
  );
}

/** Lets a mailbox go and forgets its secret: one's own, or for an owner anybody's. What was read stays. */
export async function disconnectMailbox(writer: Writer, id: string): Promise<boolean> {
  return onOwn(
    writer,
    id,
    'mailbox_disconnected',
    (tx) => tx.$executeRaw`
    UPDATE mailboxes SET closed_at = law.clock(), state = 'connected', failing_since = NULL, fault = NULL, fault_at = NULL,
      secret = NULL, secret_nonce = NULL, secret_key_id = NULL, lease_holder = NULL, leased_until = NULL
    WHERE id = ${id}::uuid AND (user_id = ${writer.userId}::uuid OR ${mayOwn(writer)}) AND closed_at IS NULL`,
  );
}

type MailboxVerb = 'mailbox_paused' | 'mailbox_resumed' | 'mailbox_changed' | 'mailbox_disconnected';

async function onOwn(
  writer: Writer,
  id: string,
  verb: MailboxVerb,
  work: (tx: Db) => Promise<number>,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const changed = (await work(tx)) === 1;
    if (changed) await record(tx, writer, verb, { subjectId: id });
    return changed;
  });
}

/** For the worker: reading it failed. Said once in the log, when it begins to fail; a paused one stays paused. */
export async function failed(mailboxId: string, fault: MailFault): Promise<void> {
  await db().$transaction(async (tx) => {
    const begun = await tx.$queryRaw<{ was: string }[]>`
      UPDATE mailboxes b SET state = 'failing', failing_since = coalesce(b.failing_since, law.clock()), fault = ${fault}, fault_at = law.clock()
      FROM (SELECT id, state::text AS was FROM mailboxes WHERE id = ${mailboxId}::uuid FOR UPDATE) before
      WHERE b.id = before.id AND b.closed_at IS NULL AND b.state <> 'paused' RETURNING before.was`;
    if (begun[0]?.was !== 'connected') return;
    await record(tx, null, 'mailbox_failed', { subjectId: mailboxId, codes: { fault } });
  });
}

/** For the worker: it is being read again. */
export async function works(mailboxId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const again = await tx.$executeRaw`
      UPDATE mailboxes SET state = 'connected', failing_since = NULL, fault = NULL, fault_at = NULL
      WHERE id = ${mailboxId}::uuid AND state = 'failing'`;
    if (again === 1) await record(tx, null, 'mailbox_worked_again', { subjectId: mailboxId });
  });
}

/**
 * For the worker: lets go the mailboxes of accounts that were closed, and seals with the newest key what an older
 * one sealed.
 * @returns how many
 */
export async function keepSecrets(): Promise<number> {
  const letGo = await rows<{ id: string }>(
    `UPDATE mailboxes b SET closed_at = law.clock(), state = 'connected', failing_since = NULL, fault = NULL, fault_at = NULL,
       secret = NULL, secret_nonce = NULL, secret_key_id = NULL, lease_holder = NULL, leased_until = NULL
     FROM users u WHERE u.id = b.user_id AND u.closed_at IS NOT NULL AND b.closed_at IS NULL RETURNING b.id`,
  );
  return letGo.length + (await sealAnew());
}

async function sealAnew(): Promise<number> {
  const keys = sealingKeys(env().EARSHOT_MAILBOX_KEY);
  const [key, ...older] = keys;
  if (!key || older.length === 0) return 0;
  const old = await rows<SealedRow>(
    `SELECT id, login, imap_host AS "imapHost", smtp_host AS "smtpHost", secret, secret_nonce AS nonce, secret_key_id AS "keyId"
     FROM mailboxes WHERE secret IS NOT NULL AND secret_key_id = ANY ($1) LIMIT 500`,
    [older.map(({ id }) => id)],
  );
  let done = 0;
  for (const row of old) {
    const { id: mailboxId, login, imapHost, smtpHost } = row;
    // One that does not open, moved by hand or bent, keeps none of the others waiting; reading it says so.
    const secret = openedOrNull(row, keys);
    if (!secret) continue;
    const anew = seal(secret, { mailboxId, login, imapHost, smtpHost }, keys);
    await rows(
      `UPDATE mailboxes SET secret = $2, secret_nonce = $3, secret_key_id = $4 WHERE id = $1 AND secret = $5`,
      [mailboxId, anew.secret, anew.nonce, anew.keyId, row.secret],
    );
    done += 1;
  }
  return done;
}

function openedOrNull(row: SealedRow, keys: readonly SealingKey[]): KeptSecret | null {
  try {
    return openedSecret(row, keys);
  } catch (error) {
    if (isEarshotError(error, 'mail_failed')) return null;
    throw error;
  }
}
