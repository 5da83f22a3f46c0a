import 'server-only';
import { v7 } from 'uuid';
import type { Channel, Purpose } from '@/generated/prisma/client';
import { mayOwn, type Writer } from '@/lib/auth/actor';
import { db, type Db } from '@/lib/db/client';
import { inTransaction, rows, type PoolClient } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { EarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import { noteRefusal } from '@/lib/gate/mutations';
import { refusalOf, type Refusal } from '@/lib/gate/refusal';
import type { Finding } from '@/lib/manners/finding';
import type { Copy } from './letter';
import { letGo, oneAtATime, Unmannerly } from './manners/mutations';
import { acquaintance } from './manners/queries';

export type CopiedOut =
  | { readonly ok: true; readonly messageId: string; readonly purpose: Purpose }
  | ({ readonly ok: false } & (Refusal | Unfit));

/** The law would have let it go, and manners refuse it. */
interface Unfit {
  readonly why: 'manners';
  readonly found: readonly Finding[];
}

interface Place {
  readonly channel: Channel;
  readonly threadId: string;
}

/**
 * Lets a message out to be copied and sent by hand: the law has said yes and made its row in the
 * outbox, or nothing is there. It takes the turn. Manners are asked after the law, here and nowhere else, so that every
 * way out meets them. A refusal of the law is written down afterwards.
 */
export async function copyOut(writer: Writer, copy: Copy): Promise<CopiedOut> {
  const seen: { channel?: Channel } = {};
  try {
    return await withRetry(() =>
      inTransaction(async (client) => {
        await oneAtATime(writer, client);
        const place = await placeFor(client, copy);
        seen.channel = place.channel;
        return letOut(client, writer, copy, place);
      }),
    );
  } catch (error) {
    if (error instanceof Unmannerly) return { ok: false, why: 'manners', found: error.found };
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (refusal.why === 'refused' && seen.channel) {
      const { contactId } = copy;
      await noteRefusal(writer, { contactId, channel: seen.channel, verdict: refusal.verdict });
    }
    return { ok: false, ...refusal };
  }
}

async function letOut(
  client: PoolClient,
  writer: Writer,
  { contactId, addressId, pitchId, answersId, newFact, subject, body, enclosed }: Copy,
  { channel, threadId }: Place,
): Promise<CopiedOut> {
  const messageId = v7();
  const { userId } = writer;
  const known = await acquaintance(writer, contactId, client);
  await client.query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, author_id, recorded_by_id,
        subject, body, pitch_id, answers_id, new_fact, referral_id, exception_id, promised_on, nothing_to_answer)
      VALUES ($1, $2, $3, $4, $5, 'outbound', 'composed', $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      messageId,
      contactId,
      threadId,
      channel,
      addressId,
      userId,
      subject,
      body.trim(),
      pitchId,
      answersId,
      newFact,
      ...[enclosed?.referralId ?? null, enclosed?.exceptionId ?? null],
      ...[enclosed?.promisedOn ?? null, enclosed?.nothingToAnswer ?? false],
    ],
  );
  const [row] = await rows<{ purpose: Purpose }>(
    'SELECT purpose FROM outbox WHERE message_id = $1',
    [messageId],
    client,
  );
  if (!row) throw new Error('the law let a message out without an answer');
  const leaving = { contactId, channel, purpose: row.purpose, carriesPitch: pitchId !== null };
  await letGo(writer, messageId, { ...leaving, draft: { subject, body, newFact } }, known, client);
  await client.query('DELETE FROM drafts WHERE contact_id = $1 AND author_id = $2', [contactId, userId]);
  return { ok: true, messageId, purpose: row.purpose };
}

// The thread of the reply it answers, if that runs on this channel; else the newest there; else a new one. The
// contact's row is locked first, so that two first messages do not make two threads.
async function placeFor(
  client: PoolClient,
  { contactId, addressId, answersId, subject }: Copy,
): Promise<Place> {
  await client.query('SELECT FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
  const [found] = await rows<{ channel: Channel; thread_id: string | null }>(
    `SELECT a.channel, (SELECT t.id FROM threads t WHERE t.contact_id = $1 AND t.channel = a.channel
        ORDER BY EXISTS (SELECT FROM messages m WHERE m.id = $3 AND m.thread_id = t.id) DESC,
          t.address_id IS NOT DISTINCT FROM a.id DESC, t.created_at DESC LIMIT 1) AS thread_id
      FROM addresses a WHERE a.id = $2`,
    [contactId, addressId, answersId],
    client,
  );
  if (!found) throw new EarshotError('not_found', { noun: 'address' });
  if (found.thread_id) return { channel: found.channel, threadId: found.thread_id };
  const threadId = v7();
  await client.query(
    'INSERT INTO threads (id, contact_id, channel, address_id, subject) VALUES ($1, $2, $3, $4, $5)',
    [threadId, contactId, found.channel, addressId, subject],
  );
  return { channel: found.channel, threadId };
}

export type Settled =
  { readonly ok: true; readonly contactId: string } | { readonly ok: false; readonly why: 'already_settled' };

/** "I sent it": what was copied counts as sent for sure. Who copied it may say so, and the owner. */
export async function sent(writer: Writer, messageId: string): Promise<Settled> {
  return withRetry(() => db().$transaction((tx) => settle(tx, writer, messageId, 'accepted')));
}

/** "I didn't": it is withdrawn and gives the turn back; its text is kept as a draft, unless there is one already. */
export async function notSent(writer: Writer, messageId: string): Promise<Settled> {
  return withRetry(() =>
    db().$transaction(async (tx) => {
      const settled = await settle(tx, writer, messageId, 'withdrawn');
      if (!settled.ok) return settled;
      await record(tx, writer, 'message_withdrawn', { contactId: settled.contactId, subjectId: messageId });
      await keepAsDraft(tx, messageId);
      return settled;
    }),
  );
}

async function settle(
  tx: Db,
  writer: Writer,
  messageId: string,
  state: 'accepted' | 'withdrawn',
): Promise<Settled> {
  const [row] = await tx.outbox.updateManyAndReturn({
    where: {
      ...{ messageId, via: 'copy', state: { in: ['queued', 'uncertain'] } },
      ...(mayOwn(writer) ? {} : { queuedById: writer.userId }),
    },
    data: { state },
    select: { contactId: true },
  });
  return row ? { ok: true, contactId: row.contactId } : { ok: false, why: 'already_settled' };
}

async function keepAsDraft(tx: Db, messageId: string): Promise<void> {
  const message = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    select: {
      ...{ contactId: true, authorId: true, channel: true, addressId: true, pitchId: true },
      ...{ answersId: true, subject: true, body: true, newFact: true },
    },
  });
  const { authorId, ...letter } = message;
  if (!authorId) return;
  await tx.draft.createMany({ data: [{ id: v7(), authorId, ...letter }], skipDuplicates: true });
}
