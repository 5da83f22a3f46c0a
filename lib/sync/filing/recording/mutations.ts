import 'server-only';
import type { PoolClient } from '@/lib/db/pool';
import type { Plan } from '../plan';
import type { NewMessage } from '../planned';

/** Somebody else has recorded one of these messages in the meantime: nothing of them may count. */
export class Raced extends Error {
  override readonly name = 'Raced';
}

/** Makes threads by e-mail. */
export async function recordThreads(client: PoolClient, threads: Plan['threads']): Promise<void> {
  if (threads.length === 0) return;
  await client.query(
    `INSERT INTO threads (id, contact_id, channel, address_id, subject)
    SELECT x.id, x.contact, 'email', x.address, x.subject
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY x (id, contact, address, subject, n) ORDER BY x.n`,
    [
      ...[threads.map(({ id }) => id), threads.map(({ contactId }) => contactId)],
      ...[threads.map(({ addressId }) => addressId), threads.map(({ subject }) => subject)],
    ],
  );
}

/**
 * Records messages in this order, and what each of them names. The law's triggers take them row by row: before each what
 * stands in the rows above it is there, and after all of them each is added up.
 * @throws Raced
 */
export async function recordMessages(client: PoolClient, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const each = <T>(of: (one: NewMessage) => T): T[] => messages.map(of);
  const recorded = await client.query(
    `INSERT INTO messages (id, contact_id, thread_id, channel, address_id, direction, source, kind, author_id, occurred_at,
      subject, body, answers_id, in_reply_to_id, message_id_header)
    SELECT x.id, x.contact, x.thread, 'email', x.address, x.direction, 'synced', x.kind, x.author, least(x.at, law.clock()),
      x.subject, x.body, x.answers, x.parent, x.ref
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::direction[], $6::message_kind[], $7::uuid[], $8::timestamptz[],
      $9::text[], $10::text[], $11::uuid[], $12::uuid[], $13::text[])
      WITH ORDINALITY x (id, contact, thread, address, direction, kind, author, at, subject, body, answers, parent, ref, n) ORDER BY x.n
    ON CONFLICT (contact_id, message_id_header) DO NOTHING`,
    [
      ...[each(({ id }) => id), each(({ contactId }) => contactId), each(({ threadId }) => threadId)],
      ...[each(({ addressId }) => addressId), each(({ direction }) => direction), each(({ kind }) => kind)],
      ...[each(({ authorId }) => authorId), each(({ occurredAt }) => occurredAt.toISOString())],
      ...[each(({ subject }) => subject), each(({ body }) => body), each(({ answersId }) => answersId)],
      ...[each(({ parentId }) => parentId), each(({ ref }) => ref)],
    ],
  );
  if (recorded.rowCount !== messages.length) throw new Raced();
  const named = messages.flatMap(({ id, refs }) => refs.map((ref, rank) => ({ id, rank, ref })));
  if (named.length === 0) return;
  await client.query(
    `INSERT INTO message_refs (message_id, rank, ref) SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::text[])`,
    [named.map(({ id }) => id), named.map(({ rank }) => rank), named.map(({ ref }) => ref)],
  );
}
