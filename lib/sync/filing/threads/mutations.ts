import 'server-only';
import { v7 } from 'uuid';
import { type PoolClient, rows } from '@/lib/db/pool';

/** The thread of what it answers, if that is one by e-mail; else the newest with this address; else a new one. */
export async function threadFor(
  client: PoolClient,
  to: { contactId: string; addressId: string | null; parentId: string | null; subject: string | null },
): Promise<string> {
  const [found] = await rows<{ id: string }>(
    `SELECT t.id FROM threads t LEFT JOIN messages p ON p.id = $3 AND p.thread_id = t.id
    WHERE t.contact_id = $1 AND t.channel = 'email' AND (p.id IS NOT NULL OR t.address_id IS NOT DISTINCT FROM $2)
    ORDER BY p.id IS NULL, t.created_at DESC, t.id DESC LIMIT 1`,
    [to.contactId, to.addressId, to.parentId],
    client,
  );
  if (found) return found.id;
  const id = v7();
  await client.query(
    `INSERT INTO threads (id, contact_id, channel, address_id, subject) VALUES ($1, $2, 'email', $3, $4)`,
    [id, to.contactId, to.addressId, to.subject],
  );
  return id;
}
