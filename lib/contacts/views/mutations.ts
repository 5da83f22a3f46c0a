import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** Keeps a view under a name of one's own; the same name again keeps the new address. */
export async function saveView(writer: Writer, name: string, address: string): Promise<void> {
  await rows(
    `INSERT INTO saved_views (id, user_id, name, address) VALUES ($1, $2, $3, $4)
    ON CONFLICT (user_id, name) DO UPDATE SET address = excluded.address`,
    [v7(), writer.userId, name, address],
  );
}

/** Forgets one of one's own views. */
export async function forgetView(writer: Writer, id: string): Promise<void> {
  await rows('DELETE FROM saved_views WHERE id = $1 AND user_id = $2', [id, writer.userId]);
}
