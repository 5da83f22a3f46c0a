import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { addAddress, type AddressRefusal } from '@/lib/contacts/mutations';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';
import { keepStranger } from '../strangers/mutations';
import { reopenable } from './queries';

export type QuestionAnswer =
  | { readonly ok: true; readonly contactId: string | null }
  | { readonly ok: false; readonly reason: 'not_found' }
  | ({ readonly ok: false } & AddressRefusal);

interface Asked {
  readonly id: string;
  readonly handle: string;
  readonly contactId: string | null;
}

/**
 * Answers whose an address is: a contact's, who then holds it, so that the mail from there is filed with them; or nobody's
 * here (null), and it stays as it is. One answers for one's own mailboxes.
 */
export async function answerQuestion(
  writer: Writer,
  id: string,
  contactId: string | null,
): Promise<QuestionAnswer> {
  const asked = await askedOf(writer, id);
  if (!asked) return { ok: false, reason: 'not_found' };
  if (contactId !== null) {
    const there = await rows('SELECT FROM contacts WHERE id = $1 AND merged_into_id IS NULL', [contactId]);
    if (there.length === 0) return { ok: false, reason: 'not_found' };
    const typed = { channel: 'email', typed: asked.handle } as const;
    const kept = await addAddress(writer, contactId, typed, { share: false });
    if (!kept.ok) return kept;
  }
  await settle(writer, asked, contactId === null ? 'left' : 'chosen', contactId);
  return { ok: true, contactId };
}

/** Answers that it is somebody new, who is kept with the address. */
export async function answerWithSomebodyNew(
  writer: Writer,
  id: string,
  somebody: { readonly name: string; readonly organization: string },
): Promise<QuestionAnswer> {
  const asked = await askedOf(writer, id);
  if (!asked) return { ok: false, reason: 'not_found' };
  const kept = await keepStranger(writer, { handle: asked.handle, ...somebody });
  if (!kept.ok) return kept;
  await settle(writer, asked, 'added', kept.id);
  return { ok: true, contactId: kept.id };
}

async function askedOf(writer: Writer, id: string): Promise<Asked | null> {
  const [asked] = await rows<Asked & Record<string, unknown>>(
    `SELECT q.id, q.handle, q.contact_id AS "contactId" FROM mail_questions q
    WHERE q.id = $1 AND q.user_id = $2 AND q.answer IS NULL AND q.kind IN ('which_contact', 'other_address')`,
    [id, writer.userId],
  );
  return asked ?? null;
}

// The address answers every question about it. Who wrote in somebody else's conversation has said it in their own, too.
async function settle(
  writer: Writer,
  { id, handle, contactId: within }: Asked,
  answer: 'chosen' | 'added' | 'left',
  contactId: string | null,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE mail_questions SET answer = ${answer}::mail_answer, answered_at = law.clock(), answered_by_id = ${writer.userId}::uuid
      WHERE answer IS NULL AND user_id = ${writer.userId}::uuid AND (id = ${id}::uuid OR (${contactId !== null} AND handle = ${handle}))`;
    if (contactId !== null && contactId !== within) {
      await tx.$executeRaw`
        UPDATE raw_mails SET wanted = true WHERE NOT wanted
          AND id IN (SELECT q.raw_mail_id FROM mail_questions q WHERE q.handle = ${handle} AND q.user_id = ${writer.userId}::uuid)`;
    }
    await record(tx, writer, 'mail_question_answered', { contactId, subjectId: id, codes: { answer } });
  });
}

/** Asks again what one left a moment ago. Answers whether it could. */
export async function reopenQuestion(writer: Writer, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const reopened = await tx.$executeRawUnsafe(
      `UPDATE mail_questions q SET answer = NULL, answered_at = NULL, answered_by_id = NULL
      WHERE q.id = $1::uuid AND q.user_id = $2::uuid AND q.answer = 'left' AND ${reopenable}`,
      id,
      writer.userId,
    );
    if (reopened === 0) return false;
    await record(tx, writer, 'mail_question_reopened', { subjectId: id });
    return true;
  });
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
