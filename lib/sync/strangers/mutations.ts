import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { writerStandingIn } from '@/lib/auth/standing-in/queries';
import { contactSchema } from '@/lib/contacts/contact-form';
import { type AddressRefusal, createContact, type Kept } from '@/lib/contacts/mutations';
import { inTransaction, rows } from '@/lib/db/pool';
import { leftJustNow } from './queries';

/** Somebody unknown who wrote. */
export interface Stranger {
  /** Normalized. */
  readonly handle: string;
  readonly name: string | null;
  readonly organization?: string;
}

/** Keeps somebody unknown who wrote, as one who wrote first. Mail of theirs that was only remembered is read then. */
export async function keepStranger(
  writer: Writer,
  { handle, name, organization = '' }: Stranger,
): Promise<Kept> {
  const empty = {
    ...{ given_name: '', position: '', language: '', country: '', time_zone: '', met_where: '' },
    ...{ met_on: '', introducer: '', source: '', note: '', tags: '' },
  };
  const called = (name ?? '').trim().slice(0, 200) || handle.slice(0, handle.indexOf('@'));
  const input = contactSchema.parse({ ...empty, organization, name: called, met_how: 'wrote_first' });
  return createContact(writer, input, [{ channel: 'email', typed: handle }], { share: false });
}

/** The same for the worker, in this user's name. Answers whether they are kept. */
export async function addStranger(userId: string, stranger: Stranger): Promise<boolean> {
  const writer = await writerStandingIn(userId);
  return writer !== null && (await keepStranger(writer, stranger)).ok;
}

interface Asked {
  readonly handle: string;
  readonly name: string | null;
  readonly mailboxId: string | null;
}

async function askedAbout(writer: Writer, id: string): Promise<Asked | null> {
  const [asked] = await rows<Asked & Record<string, unknown>>(
    `SELECT q.handle, q.name, q.mailbox_id AS "mailboxId" FROM mail_questions q
    WHERE q.id = $1 AND q.user_id = $2 AND q.kind = 'unknown_sender' AND q.answer IS NULL`,
    [id, writer.userId],
  );
  return asked ?? null;
}

export type SenderAdded =
  | { readonly ok: true; readonly contactId: string; readonly mailboxId: string | null }
  | { readonly ok: false; readonly reason: 'not_found' }
  | ({ readonly ok: false } & AddressRefusal);

/** Makes somebody who wrote to a mailbox of one's own a contact; the worker then reads their mail. */
export async function addSender(writer: Writer, id: string): Promise<SenderAdded> {
  const asked = await askedAbout(writer, id);
  if (!asked) return { ok: false, reason: 'not_found' };
  const kept = await keepStranger(writer, asked);
  if (!kept.ok) return kept;
  await rows(
    `UPDATE mail_questions SET answer = 'added', answered_at = law.clock(), answered_by_id = $2
    WHERE kind = 'unknown_sender' AND answer IS NULL AND handle = $1`,
    [asked.handle, writer.userId],
  );
  return { ok: true, contactId: kept.id, mailboxId: asked.mailboxId };
}

/**
 * Leaves somebody alone for ever, in all mailboxes of one's own: a keyed hash stays, and their address is forgotten ten
 * minutes later, so that whoever said it may think again.
 */
export async function ignoreSender(
  writer: Writer,
  id: string,
): Promise<{ readonly mailboxId: string | null } | null> {
  const asked = await askedAbout(writer, id);
  if (!asked) return null;
  await inTransaction(async (client) => {
    await client.query(
      `INSERT INTO ignored_senders (user_id, key_hash, ignored_at)
      SELECT $1, d, law.clock() FROM unnest(law.doors_of_mail(ARRAY[$2])) d ON CONFLICT DO NOTHING`,
      [writer.userId, asked.handle],
    );
    await client.query(
      `UPDATE mail_questions SET answer = 'left', answered_at = law.clock(), answered_by_id = $1
      WHERE user_id = $1 AND handle = $2 AND kind = 'unknown_sender' AND answer IS NULL`,
      [writer.userId, asked.handle],
    );
  });
  return { mailboxId: asked.mailboxId };
}

/** Asks again about whom one wanted left alone a moment ago: the hash goes. Null when it is too late. */
export async function askAboutSender(
  writer: Writer,
  id: string,
): Promise<{ readonly mailboxId: string | null } | null> {
  return inTransaction(async (client) => {
    const [again] = await rows<Asked & Record<string, unknown>>(
      `UPDATE mail_questions q SET answer = NULL, answered_at = NULL, answered_by_id = NULL
      WHERE q.id = $1 AND q.user_id = $2 AND ${leftJustNow} RETURNING q.handle, q.name, q.mailbox_id AS "mailboxId"`,
      [id, writer.userId],
      client,
    );
    if (!again) return null;
    await client.query(
      'DELETE FROM ignored_senders WHERE user_id = $1 AND key_hash = ANY (law.doors_of_mail(ARRAY[$2]))',
      [writer.userId, again.handle],
    );
    return { mailboxId: again.mailboxId };
  });
}

/**
 * For the worker: forgets who wrote where nobody wants to know it any more: after ninety days, once they are a contact,
 * ten minutes after they were to be left alone, and of mailboxes that let strangers be. Answers how many.
 */
export async function forgetStrangers(): Promise<number> {
  const gone = await rows<{ id: string }>(
    `DELETE FROM mail_questions q WHERE q.kind = 'unknown_sender' AND (q.answer <> 'left'
      OR q.answered_at <= law.clock() - interval '10 minutes'
      OR q.asked_at < law.clock() - interval '90 days'
      OR EXISTS (SELECT FROM mailboxes b WHERE b.id = q.mailbox_id AND (b.closed_at IS NOT NULL OR b.unknown_senders = 'ignore'))
      OR EXISTS (SELECT FROM addresses a WHERE a.channel = 'email' AND a.handle = q.handle AND a.state <> 'shared')) RETURNING q.id`,
  );
  return gone.length;
}
