import 'server-only';
import { type PoolClient, rows } from '@/lib/db/pool';
import { sha256 } from '../../identity';
import type { NewMessage } from '../planned';
import { lastMessageTo } from '../queries';

/**
 * Mail is read newest first and folder by folder: what names these messages, and was read before them, names them now
 * (law.name_parent), unless it names something nearer.
 */
export async function link(client: PoolClient, made: readonly NewMessage[]): Promise<void> {
  if (made.length === 0) return;
  const waiting = await rows<{ child: string; parent: string }>(
    `SELECT c.id AS child, x.id AS parent FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[]) x (id, ref, contact, address)
    JOIN message_refs r ON r.ref = x.ref JOIN messages c ON c.id = r.message_id
    WHERE c.contact_id = x.contact AND c.id <> x.id AND c.source = 'synced' AND c.in_reply_to_id IS DISTINCT FROM x.id
      AND (c.kind NOT IN ('bounce', 'soft_bounce') OR c.address_id IS NULL OR c.address_id = x.address)
      AND NOT EXISTS (SELECT FROM message_refs n JOIN messages m ON m.message_id_header = n.ref AND m.contact_id = c.contact_id
        WHERE n.message_id = c.id AND n.rank < r.rank AND m.id <> c.id)
    ORDER BY c.recorded_seq`,
    [
      ...[made.map(({ id }) => id), made.map(({ ref }) => ref)],
      ...[made.map(({ contactId }) => contactId), made.map(({ addressId }) => addressId)],
    ],
    client,
  );
  for (const { child, parent } of waiting) await nameParent(client, child, parent);
  await linkBounces(
    client,
    made.filter(
      ({ direction, kind, addressId }) => direction === 'outbound' && kind === 'human' && addressId,
    ),
  );
}

async function nameParent(client: PoolClient, child: string, parent: string): Promise<void> {
  await client.query('SELECT law.name_parent($1, $2)', [child, parent]);
}

// A report that names no id is about the last mail before it to the address that failed.
async function linkBounces(client: PoolClient, ours: readonly NewMessage[]): Promise<void> {
  if (ours.length === 0) return;
  const bounces = await rows<{ id: string; addressId: string; at: Date; about: string | null }>(
    `SELECT DISTINCT b.id, b.address_id AS "addressId", b.occurred_at AS at, b.in_reply_to_id AS about, b.recorded_seq
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) x (contact, address, at) JOIN messages b ON b.contact_id = x.contact
    WHERE b.address_id = x.address AND b.kind IN ('bounce', 'soft_bounce') AND b.source = 'synced'
      AND b.occurred_at BETWEEN x.at - interval '10 minutes' AND x.at + interval '7 days'
      AND NOT EXISTS (SELECT FROM message_refs r WHERE r.message_id = b.id) ORDER BY b.recorded_seq`,
    [
      ...[ours.map(({ contactId }) => contactId), ours.map(({ addressId }) => addressId)],
      ours.map(({ occurredAt }) => occurredAt.toISOString()),
    ],
    client,
  );
  for (const { id, addressId, at, about } of bounces) {
    const last = await lastMessageTo(addressId, at, client);
    if (last && last.id !== about) await nameParent(client, id, last.id);
  }
}

/** Mail that concerned nobody, or somebody else, may concern those whose messages are here now: it is read after all. */
export async function wake(
  client: PoolClient,
  made: readonly Pick<NewMessage, 'ref' | 'contactId'>[],
): Promise<void> {
  if (made.length === 0) return;
  const hashes = made.map(({ ref }) => sha256(ref));
  await client.query(
    `UPDATE sightings SET wanted = true
    WHERE refs && $1::bytea[] AND result IN ('remembered', 'asked') AND gone_at IS NULL AND NOT wanted`,
    [hashes],
  );
  await client.query(
    'UPDATE raw_mails SET wanted = true WHERE refs && $1::bytea[] AND waits AND NOT wanted',
    [hashes],
  );
  // What somebody else here wrote in this conversation is said in it, too.
  await client.query(
    `UPDATE raw_mails SET wanted = true WHERE NOT wanted AND id IN (
      SELECT k.raw_mail_id FROM unnest($1::text[], $2::uuid[]) x (ref, contact) JOIN message_refs r ON r.ref = x.ref
      JOIN messages m ON m.id = r.message_id AND m.contact_id <> x.contact AND m.direction = 'inbound'
      JOIN message_mails k ON k.message_id = m.id)`,
    [made.map(({ ref }) => ref), made.map(({ contactId }) => contactId)],
  );
}
