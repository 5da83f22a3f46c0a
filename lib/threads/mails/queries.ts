import 'server-only';
import { createGunzip } from 'node:zlib';
import type { Actor } from '@/lib/auth/actor';
import { readEmail } from '@/lib/contacts/email-address';
import { rows } from '@/lib/db/pool';
import { fromLine } from '@/lib/mail/reading/mime/from-line';
import type { OtherWriter } from './other-writer';
import { type Returned, whyBack } from './why-back';

/** What is known of the mail a message came in. */
export interface CameByMail {
  /** Of an automatic reply: the day (`YYYY-MM-DD`) on which they are back, where that is certain. */
  readonly returnsOn: string | null;
  /** Of a mail of ours that came back: why, and whether the server still tries; null of other mail. */
  readonly returned: Returned | null;
}

/** Which of these messages came in a mail that is kept as it came. */
export async function mailsOf(
  _actor: Actor,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, CameByMail>> {
  const found = await rows<MailRow>(
    `SELECT k.message_id AS id, k.returns_on::text AS "returnsOn", k.bounce_reason AS reason, k.still_trying AS "stillTrying" FROM message_mails k WHERE k.message_id = ANY ($1)`,
    [messageIds],
  );
  return new Map(
    found.map(({ id, returnsOn, reason, stillTrying }) => [
      id,
      {
        returnsOn,
        returned: reason === null ? null : { why: whyBack(reason), stillTrying: stillTrying === true },
      },
    ]),
  );
}

interface MailRow {
  id: string;
  returnsOn: string | null;
  reason: string | null;
  stillTrying: boolean | null;
}

interface FromElsewhere {
  readonly id: string;
  readonly contactId: string;
  readonly packed: Buffer;
}

interface Handle {
  readonly handle: string;
  readonly contactId: string;
}

/**
 * Which of these messages of theirs somebody else wrote: they came in a mail from an address that is none of the
 * contact's. Of a mail only the top is unpacked.
 */
export async function otherWritersOf(
  actor: Actor,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, OtherWriter>> {
  if (messageIds.length === 0) return new Map();
  const found = await rows<FromElsewhere>(
    `SELECT m.id, m.contact_id AS "contactId", substring(r.packed FROM 1 FOR ${mostPacked}) AS packed
    FROM messages m JOIN message_mails k ON k.message_id = m.id JOIN raw_mails r ON r.id = k.raw_mail_id
    WHERE m.id = ANY ($1) AND m.direction = 'inbound' AND m.kind IN ('human', 'auto_reply') AND m.address_id IS NULL`,
    [messageIds],
  );
  const from = await Promise.all(
    found.map(async ({ id, contactId, packed }) => {
      const person = fromLine(await topOf(packed));
      const read = readEmail(person?.address ?? '');
      return person && read.ok ? [{ id, contactId, ...person, handle: read.handle }] : [];
    }),
  );
  const written = from.flat();
  if (written.length === 0) return new Map();
  const known = await rows<Handle & { name: string }>(
    `SELECT a.handle, a.contact_id AS "contactId", c.name FROM addresses a JOIN contacts c ON c.id = a.contact_id
      WHERE a.channel = 'email' AND a.handle = ANY ($1) AND c.merged_into_id IS NULL ORDER BY a.state = 'shared'`,
    [written.map(({ handle }) => handle)],
  );
  const asked = await rows<Handle & { questionId: string }>(
    `SELECT q.handle, q.contact_id AS "contactId", q.id AS "questionId" FROM mail_questions q
    WHERE q.kind = 'other_address' AND q.contact_id = ANY ($1) AND q.handle = ANY ($2) AND q.user_id = $3 AND q.answer IS NULL`,
    [written.map(({ contactId }) => contactId), written.map(({ handle }) => handle), actor.userId],
  );
  return new Map(
    written.flatMap(({ id, contactId, handle, name, address }) => {
      const theirs = known.filter((one) => one.handle === handle);
      if (theirs.some((one) => one.contactId === contactId)) return [];
      const [holder] = theirs;
      const question = asked.find((one) => one.handle === handle && one.contactId === contactId);
      const contact = holder ? { id: holder.contactId, name: holder.name } : null;
      const questionId = holder ? null : (question?.questionId ?? null);
      return [[id, { name: name || null, address, contact, questionId }] as const];
    }),
  );
}

/** Bytes: a header longer than that is no person's. */
const mostPacked = 32 * 1024;
const mostRead = 64 * 1024;

async function topOf(packed: Buffer): Promise<Buffer> {
  const unpacking = createGunzip();
  // Cut off in its middle, it says so at its end, which nobody comes to.
  unpacking.on('error', () => undefined);
  unpacking.end(packed);
  const read: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacking) {
      if (!Buffer.isBuffer(chunk)) continue;
      read.push(chunk);
      length += chunk.length;
      if (length >= mostRead) break;
    }
  } catch {
    // What came before its end is enough.
  }
  return Buffer.concat(read);
}

/**
 * The day (`YYYY-MM-DD`) on which somebody is back, as the automatic reply says that came last with a day: while that
 * day lies ahead in the installation's zone, and they have not written since. Null otherwise.
 */
export async function awayUntil(_actor: Actor, contactId: string): Promise<string | null> {
  const [found] = await rows<{ day: string }>(
    `SELECT x.day::text FROM (SELECT k.returns_on AS day, m.moment, m.depth, m.recorded_seq FROM messages m JOIN message_mails k ON k.message_id = m.id
      WHERE m.contact_id = $1 AND m.direction = 'inbound' AND m.kind = 'auto_reply' AND k.returns_on IS NOT NULL
        AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = m.id)
      ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1) x, policy p
    WHERE x.day > (law.clock() AT TIME ZONE p.time_zone)::date AND NOT EXISTS (SELECT FROM messages h WHERE h.contact_id = $1
      AND h.direction = 'inbound' AND h.kind = 'human' AND (h.moment, h.depth, h.recorded_seq) > (x.moment, x.depth, x.recorded_seq)
      AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = h.id))`,
    [contactId],
  );
  return found?.day ?? null;
}
