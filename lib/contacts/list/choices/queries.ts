import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly [column: string]: unknown;
}

/** Who may look after a contact: everybody here who writes. */
export async function peopleWhoWrite(_actor: Actor): Promise<readonly Named[]> {
  return rows<Named>(
    `SELECT id, name FROM users WHERE closed_at IS NULL AND role <> 'reader' ORDER BY lower(name), id LIMIT 200`,
  );
}

/** What a list of contacts can be narrowed to: tags, pitches, and whose they are. */
export async function listChoices(
  actor: Actor,
): Promise<{ tags: readonly Named[]; pitches: readonly Named[]; people: readonly Named[] }> {
  const [tags, pitches, people] = await Promise.all([
    rows<Named>('SELECT id, name FROM tags ORDER BY lower(name), id LIMIT 200'),
    rows<Named>('SELECT id, name FROM pitches ORDER BY lower(name), id LIMIT 200'),
    peopleWhoWrite(actor),
  ]);
  return { tags, pitches, people };
}
