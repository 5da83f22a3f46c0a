import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { writerStandingIn } from '@/lib/auth/standing-in/queries';
import { addAddress } from '@/lib/contacts/mutations';
import { holderOf } from '@/lib/contacts/queries';
import { inTransaction, type PoolClient, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { keepStranger } from '../../strangers/mutations';

interface Given {
  readonly id: string;
  readonly userId: string;
  readonly handle: string;
  readonly to: string | null;
  readonly name: string | null;
  readonly organization: string | null;
}

const givenSql = `SELECT q.id, q.user_id AS "userId", q.handle, coalesce(c.merged_into_id, c.id) AS "to", q.given_name AS name,
    q.given_organization AS organization
  FROM mail_questions q LEFT JOIN contacts c ON c.id = q.given_to_id
  WHERE q.settled_at IS NULL AND q.answer IN ('chosen', 'added') AND q.kind <> 'unknown_sender'`;

/** For the worker: gives the addresses to whom they were said to be, once the minute is over. Answers how many. */
export async function settleAnswers(): Promise<number> {
  const due = await rows<Given & Record<string, unknown>>(
    `${givenSql} AND q.answered_at <= law.clock() - interval '1 minute' ORDER BY q.answered_at LIMIT 200`,
  );
  let settled = 0;
  for (const given of due) {
    const writer = await writerStandingIn(given.userId);
    if (writer && (await settle(writer, given))) settled += 1;
  }
  return settled;
}

/** Gives an address at once, as its owner said a moment ago. Answers to whom; null where nothing waits (any more). */
export async function settleNow(writer: Writer, id: string): Promise<string | null> {
  const [given] = await rows<Given & Record<string, unknown>>(
    `${givenSql} AND q.id = $1 AND q.user_id = $2`,
    [id, writer.userId],
  );
  return given ? settle(writer, given) : null;
}

// Whoever takes the answer back at this moment waits for the row, and then finds it settled.
async function settle(writer: Writer, given: Given): Promise<string | null> {
  return withRetry(() =>
    inTransaction(async (client) => {
      const waiting = await client.query(
        `SELECT FROM mail_questions q WHERE q.user_id = $1 AND q.handle = $2 AND q.settled_at IS NULL
          AND q.answer IN ('chosen', 'added') AND q.kind <> 'unknown_sender' FOR UPDATE SKIP LOCKED`,
        [given.userId, given.handle],
      );
      if (waiting.rowCount === 0) return null;
      const contactId = await give(writer, given);
      await noteSettled(client, given, contactId);
      return contactId;
    }),
  );
}

// What somebody else was given meanwhile is theirs, and the mail is filed with them.
async function give(writer: Writer, { handle, to, name, organization }: Given): Promise<string | null> {
  if (to !== null) {
    const kept = await addAddress(writer, to, { channel: 'email', typed: handle }, { share: false });
    if (kept.ok) return to;
  } else if (name !== null) {
    const kept = await keepStranger(writer, { handle, name, organization: organization ?? '' });
    if (kept.ok) return kept.id;
  }
  return (await holderOf(writer, 'email', handle))?.id ?? null;
}

// Nobody could be given it: then it is asked again. Mail that stands in somebody else's conversation is filed anew, all
// that came from there, unless it was heard in that one: then it stays.
async function noteSettled(
  client: PoolClient,
  { userId, handle }: Given,
  contactId: string | null,
): Promise<void> {
  await client.query(
    `UPDATE mail_questions SET given_to_id = $3::uuid, settled_at = CASE WHEN $3::uuid IS NOT NULL THEN law.clock() END,
      answer = CASE WHEN $3::uuid IS NOT NULL THEN answer END, answered_at = CASE WHEN $3::uuid IS NOT NULL THEN answered_at END
    WHERE user_id = $1 AND handle = $2 AND settled_at IS NULL AND answer IN ('chosen', 'added') AND kind <> 'unknown_sender'`,
    [userId, handle, contactId],
  );
  if (contactId === null) return;
  await client.query(
    `UPDATE raw_mails SET wanted = true WHERE NOT wanted AND id IN (
      SELECT k.raw_mail_id FROM mail_questions q JOIN contacts w ON w.id = q.contact_id
        JOIN messages m ON m.contact_id = coalesce(w.merged_into_id, w.id) AND m.direction = 'inbound' AND m.source = 'synced' AND m.address_id IS NULL
        JOIN message_mails k ON k.message_id = m.id JOIN raw_mails r ON r.id = k.raw_mail_id
      WHERE q.user_id = $1 AND q.handle = $2 AND q.kind = 'other_address' AND m.contact_id <> $3 AND r.people && law.doors_of_mail(ARRAY[$2]))`,
    [userId, handle, contactId],
  );
}
