import 'server-only';
import { type PoolClient, rows } from '@/lib/db/pool';
import { sha256 } from '../../identity';
import { lastMessageTo } from '../queries';

/** A message that has just come. */
interface Arrived {
  readonly id: string;
  readonly contactId: string;
  readonly addressId: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly kind: string;
  readonly ref: string;
  readonly occurredAt: Date;
}

/**
 * Mail is read newest first and folder by folder: what names this message, and was read before it, names it now
 * (law.name_parent), unless it names something nearer; and mail that concerned nobody may concern somebody.
 */
export async function linkTo(client: PoolClient, arrived: Arrived): Promise<void> {
  const { id, contactId, addressId, ref } = arrived;
  await client.query(
    `SELECT law.name_parent(x.id, $1) FROM (SELECT c.id FROM message_refs r JOIN messages c ON c.id = r.message_id
      WHERE r.ref = $2 AND c.contact_id = $3 AND c.id <> $1 AND c.source = 'synced'
        AND (c.kind NOT IN ('bounce', 'soft_bounce') OR c.address_id IS NULL OR c.address_id = $4)
        AND NOT EXISTS (SELECT FROM message_refs n JOIN messages m ON m.message_id_header = n.ref AND m.contact_id = c.contact_id
          WHERE n.message_id = c.id AND n.rank < r.rank AND m.id <> c.id)
      ORDER BY c.recorded_seq) x`,
    [id, ref, contactId, addressId],
  );
  if (arrived.direction === 'outbound' && arrived.kind === 'human') await linkBounces(client, arrived);
  await wake(client, arrived);
}

// A report that names no id is about the last mail before it to the address that failed.
async function linkBounces(client: PoolClient, { contactId, addressId, occurredAt }: Arrived): Promise<void> {
  if (addressId === null) return;
  const bounces = await rows<{ id: string; at: Date; about: string | null }>(
    `SELECT b.id, b.occurred_at AS at, b.in_reply_to_id AS about FROM messages b
    WHERE b.contact_id = $1 AND b.address_id = $2 AND b.kind IN ('bounce', 'soft_bounce') AND b.source = 'synced'
      AND b.occurred_at BETWEEN $3::timestamptz - interval '10 minutes' AND $3::timestamptz + interval '7 days'
      AND NOT EXISTS (SELECT FROM message_refs r WHERE r.message_id = b.id)`,
    [contactId, addressId, occurredAt],
    client,
  );
  for (const { id, at, about } of bounces) {
    const last = await lastMessageTo(addressId, at, client);
    if (last && last.id !== about) await client.query('SELECT law.name_parent($1, $2)', [id, last.id]);
  }
}

async function wake(client: PoolClient, { ref, contactId }: Arrived): Promise<void> {
  await client.query(
    `UPDATE sightings SET wanted = true
    WHERE refs @> ARRAY[$1::bytea] AND result IN ('remembered', 'asked') AND gone_at IS NULL AND NOT wanted`,
    [sha256(ref)],
  );
  await client.query(
    'UPDATE raw_mails SET wanted = true WHERE refs @> ARRAY[$1::bytea] AND waits AND NOT wanted',
    [sha256(ref)],
  );
  // What somebody else here wrote in this conversation is said in it, too.
  await client.query(
    `UPDATE raw_mails SET wanted = true WHERE NOT wanted AND id IN (SELECT k.raw_mail_id FROM message_refs r
      JOIN messages m ON m.id = r.message_id AND m.contact_id <> $2 AND m.direction = 'inbound'
      JOIN message_mails k ON k.message_id = m.id WHERE r.ref = $1)`,
    [ref, contactId],
  );
}
