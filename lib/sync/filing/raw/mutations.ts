import 'server-only';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { v7 } from 'uuid';
import { byteaArray } from '@/lib/db/bytea-array';
import { type PoolClient, rows } from '@/lib/db/pool';
import { sha256 } from '../../identity';
import type { Prepared } from '../incoming';
import type { Planned } from '../planned';
import { doorsOf } from '../queries';
import { type ToldByMail, toldBy } from '../told-by-mail';

const pack = promisify(gzip);

/** Which reader read it: a better one reads it again (`readAgain`). The second knows when somebody is back. */
export const readerVersion = 2;

/** A mail that was planned; `waits` is null where it is not kept, true where nobody knows yet whose it is. */
type ToKeep = Planned & { readonly waits: boolean | null };

/**
 * Keeps mails as they came, each once, beside their messages. Answers the id of each, null of what is not kept. A
 * message that was here keeps the mail it came with first.
 */
export async function keepRaws(
  client: PoolClient,
  planned: readonly ToKeep[],
  place: { readonly mailboxId: string | null; readonly mailboxUserId: string; readonly inSent: boolean },
): Promise<(string | null)[]> {
  const made = new Set(planned.flatMap((one) => one.made.map(({ id }) => id)));
  const here = planned.flatMap(({ messageIds }) => messageIds.filter((id) => !made.has(id)));
  const rawOf = await rawsOf(client, here);
  const earlier = new Set<string>(rawOf.keys());
  const hashes = planned.map(({ prepared, messageIds, waits }) => {
    const isKept = waits === null || messageIds.some((id) => earlier.has(id));
    for (const id of messageIds) earlier.add(id);
    return isKept ? null : sha256(prepared.bytes).toString('hex');
  });
  const kept = await keep(client, planned, hashes, place);
  const newly: Newly[] = [];
  const ids = planned.map(({ prepared, messageIds, made: own }, at) => {
    const before = messageIds.map((id) => rawOf.get(id)).find((id) => id !== undefined);
    const raw = before ?? kept.get(hashes[at] ?? '') ?? null;
    if (raw === null) return null;
    for (const one of own) {
      rawOf.set(one.id, raw);
      newly.push({ message: one.id, raw, ...toldBy(prepared.mail.read, one) });
    }
    return raw;
  });
  if (newly.length > 0)
    await client.query(
      `INSERT INTO message_mails (message_id, raw_mail_id, returns_on, bounce_reason, still_trying)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::boolean[])`,
      [
        newly.map(({ message }) => message),
        newly.map(({ raw }) => raw),
        newly.map(({ returnsOn }) => returnsOn),
        newly.map(({ bounceReason }) => bounceReason),
        newly.map(({ stillTrying }) => stillTrying),
      ],
    );
  return ids;
}

interface Newly extends ToldByMail {
  readonly message: string;
  readonly raw: string;
}

/** It is known now whose these are. */
export async function noLongerWaits(client: PoolClient, rawMailIds: readonly string[]): Promise<void> {
  if (rawMailIds.length === 0) return;
  await client.query(
    'UPDATE raw_mails SET waits = false, wanted = false WHERE id = ANY ($1) AND (waits OR wanted)',
    [rawMailIds],
  );
}

async function rawsOf(client: PoolClient, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const found = await rows<{ message: string; raw: string }>(
    'SELECT message_id AS message, raw_mail_id AS raw FROM message_mails WHERE message_id = ANY ($1)',
    [messageIds],
    client,
  );
  return new Map(found.map(({ message, raw }) => [message, raw]));
}

async function keep(
  client: PoolClient,
  planned: readonly ToKeep[],
  hashes: readonly (string | null)[],
  { mailboxId, mailboxUserId, inSent }: Parameters<typeof keepRaws>[2],
): Promise<Map<string, string>> {
  const wanted = new Map<string, ToKeep>();
  for (const [at, one] of planned.entries()) {
    const hash = hashes[at];
    if (hash && !wanted.has(hash)) wanted.set(hash, one);
  }
  const kept = await keptUnder(client, [...wanted.keys()]);
  const fresh = [...wanted].filter(([hash]) => !kept.has(hash));
  if (fresh.length === 0) return kept;
  const doors = await doorsOf([...new Set(fresh.flatMap(([, { prepared }]) => prepared.people))], client);
  const packed = await Promise.all(fresh.map(([, { prepared }]) => pack(prepared.bytes)));
  const each = <T>(of: (one: Prepared, waits: boolean) => T): T[] =>
    fresh.map(([, { prepared, waits }]) => of(prepared, waits === true));
  const made = await rows<{ id: string; hash: string }>(
    `INSERT INTO raw_mails (id, sha256, message_id, packed, size, cut, internal_date, user_id, mailbox_id, sent, reader_version, people, refs, waits)
    SELECT x.id, x.hash, x.message, x.packed, x.size, x.cut, x.at, $8, $9, $10, $11,
      x.people::bytea[], x.refs::bytea[], x.waits
    FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::bytea[], $5::int[], $6::boolean[], $7::timestamptz[], $12::text[], $13::text[], $14::boolean[])
      WITH ORDINALITY x (id, hash, message, packed, size, cut, at, people, refs, waits, n) ORDER BY x.n
    ON CONFLICT (sha256) DO UPDATE SET waits = raw_mails.waits RETURNING id, encode(sha256, 'hex') AS hash`,
    [
      ...[fresh.map(() => v7()), fresh.map(([hash]) => Buffer.from(hash, 'hex'))],
      ...[
        each(({ messageId }) => messageId),
        packed,
        each(({ bytes }) => bytes.byteLength),
        each(({ cut }) => cut),
      ],
      ...[
        each(({ internalDate }) => internalDate.toISOString()),
        mailboxUserId,
        mailboxId,
        inSent,
        readerVersion,
      ],
      each(({ people }) => byteaArray(people.flatMap((handle) => doors.get(handle) ?? []))),
      each(({ mail }) => byteaArray(mail.refs.map(sha256))),
      each((_, waits) => waits),
    ],
  );
  for (const { id, hash } of made) kept.set(hash, id);
  return kept;
}

async function keptUnder(client: PoolClient, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const found = await rows<{ id: string; hash: string }>(
    `SELECT id, encode(sha256, 'hex') AS hash FROM raw_mails WHERE sha256 = ANY ($1)`,
    [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    client,
  );
  return new Map(found.map(({ id, hash }) => [hash, id]));
}
