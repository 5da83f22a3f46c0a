import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { pool, rows, type Queryable } from '@/lib/db/pool';

/** A letter to begin with. */
export interface KeptTemplate {
  readonly id: string;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly by: string;
}

const most = 100;

/** One's own templates and those of the team, by name. */
export async function templatesFor(actor: Actor): Promise<KeptTemplate[]> {
  return rows<KeptTemplate & Record<string, unknown>>(
    `SELECT t.id, t.name, t.subject, t.body, t.shared, t.user_id = $1 AS own, u.name AS by
      FROM templates t JOIN users u ON u.id = t.user_id WHERE t.user_id = $1 OR t.shared
      ORDER BY lower(t.name), t.id LIMIT $2`,
    [actor.userId, most],
  );
}

/** The texts of the templates somebody may begin with. */
export async function templateTexts(actor: Actor, on: Queryable = pool()): Promise<string[]> {
  const found = await rows<{ body: string }>(
    'SELECT body FROM templates WHERE user_id = $1 OR shared ORDER BY updated_at DESC LIMIT $2',
    [actor.userId, most],
    on,
  );
  return found.map(({ body }) => body);
}
