import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import type { AddressRefusal } from '@/lib/contacts/mutations';
import { holderOf } from '@/lib/contacts/queries';
import { db, type Db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';
import { undoable } from './queries';

export type QuestionAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'not_found' }
  | ({ readonly ok: false } & AddressRefusal);

interface Asked {
  readonly id: string;
  readonly handle: string;
}

/** Whose a mail is: somebody's here, somebody's new, or nobody's. */
type Whose =
  | { readonly answer: 'left' }
  | { readonly answer: 'chosen'; readonly contactId: string }
  | { readonly answer: 'added'; readonly name: string; readonly organization: string };

/**
 * Answers whose an address is: a contact's, who is given it a minute later (`settling`), so that the mail from there is
 * filed with them; or nobody's here (null), and it stays as it is. One answers for one's own mailboxes.
 */
export async function answerQuestion(
  writer: Writer,
  id: string,
  contactId: string | null,
): Promise<QuestionAnswer> {
  const asked = await askedOf(writer, id);
  if (!asked) return { ok: false, reason: 'not_found' };
  if (contactId === null) return answered(writer, asked, { answer: 'left' });
  const there = await rows('SELECT FROM contacts WHERE id = $1 AND merged_into_id IS NULL', [contactId]);
  if (there.length === 0) return { ok: false, reason: 'not_found' };
  return (
    (await takenBy(writer, asked, contactId)) ?? answered(writer, asked, { answer: 'chosen', contactId })
  );
}

/** Answers that it is somebody new, who is kept with the address a minute later. */
export async function answerWithSomebodyNew(
  writer: Writer,
  id: string,
  somebody: { readonly name: string; readonly organization: string },
): Promise<QuestionAnswer> {
  const asked = await askedOf(writer, id);
  if (!asked) return { ok: false, reason: 'not_found' };
  return (await takenBy(writer, asked, null)) ?? answered(writer, asked, { answer: 'added', ...somebody });
}

async function askedOf(writer: Writer, id: string): Promise<Asked | null> {
  const [asked] = await rows<Asked & Record<string, unknown>>(
    `SELECT q.id, q.handle FROM mail_questions q
    WHERE q.id = $1 AND q.user_id = $2 AND q.answer IS NULL AND q.kind IN ('which_contact', 'other_address')`,
    [id, writer.userId],
  );
  return asked ?? null;
}

// An address is somebody's for ever; who cannot have it is told so now, not a minute later.
async function takenBy(
  writer: Writer,
  { handle }: Asked,
  contactId: string | null,
): Promise<QuestionAnswer | null> {
  const channel = 'email';
  const holder = await holderOf(writer, channel, handle);
  if (!holder || (holder.id === contactId && !holder.retired)) return null;
  if (holder.id === contactId) return { ok: false, reason: 'retired_here', channel };
  return { ok: false, reason: 'of_another', channel, holder };
}

// The address answers every question about it.
async function answered(writer: Writer, { id, handle }: Asked, whose: Whose): Promise<QuestionAnswer> {
  const isGiven = whose.answer !== 'left';
  const to = whose.answer === 'chosen' ? whose.contactId : null;
  const [name, organization] = whose.answer === 'added' ? [whose.name, whose.organization] : [null, null];
  return db().$transaction(async (tx) => {
    const noted = await tx.$executeRaw`
      UPDATE mail_questions SET answer = ${whose.answer}::mail_answer, answered_at = law.clock(), answered_by_id = ${writer.userId}::uuid,
        given_to_id = ${to}::uuid, given_name = ${name}, given_organization = ${organization}, settled_at = NULL
      WHERE answer IS NULL AND user_id = ${writer.userId}::uuid AND kind IN ('which_contact', 'other_address')
        AND (id = ${id}::uuid OR (${isGiven} AND handle = ${handle}))`;
    if (noted === 0) return { ok: false, reason: 'not_found' };
    const codes = { answer: whose.answer };
    await record(tx, writer, 'mail_question_answered', { contactId: to, subjectId: id, codes });
    return { ok: true };
  });
}

/** Takes back what one answered a moment ago: it is asked again. Answers whether it could. */
export async function reopenQuestion(writer: Writer, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const reopened = await reopen(tx, writer, id);
    if (reopened) await record(tx, writer, 'mail_question_reopened', { subjectId: id });
    return reopened;
  });
}

async function reopen(tx: Db, writer: Writer, id: string): Promise<boolean> {
  const reopened = await tx.$executeRawUnsafe(
    `UPDATE mail_questions q SET answer = NULL, answered_at = NULL, answered_by_id = NULL, given_to_id = NULL, given_name = NULL,
      given_organization = NULL
    FROM mail_questions this WHERE this.id = $1::uuid AND q.user_id = $2::uuid AND this.user_id = q.user_id
      AND (q.id = this.id OR (this.answer <> 'left' AND q.handle = this.handle)) AND q.answer = this.answer AND ${undoable}`,
    id,
    writer.userId,
  );
  return reopened > 0;
}

/**
 * For the worker: forgets mail that was kept while it was asked about, and was left; a moment later, so that whoever
 * left it may think again. Answers how many mails.
 */
export async function forgetLeft(): Promise<number> {
  const gone = await rows<{ id: string }>(
    `WITH past AS (DELETE FROM mail_questions q WHERE q.answer = 'left' AND q.kind = 'which_contact'
      AND q.answered_at <= law.clock() - interval '10 minutes' RETURNING q.raw_mail_id)
    DELETE FROM raw_mails r USING past p WHERE r.id = p.raw_mail_id AND r.waits
      AND NOT EXISTS (SELECT FROM message_mails k WHERE k.raw_mail_id = r.id) RETURNING r.id`,
  );
  return gone.length;
}
