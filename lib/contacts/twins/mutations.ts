import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { doneUnlessImpossible, type Done } from '@/lib/errors/impossible';

/** Two contacts were one person: everything of `from` becomes `into`'s, no closer is lost. For good. */
export async function mergeContacts(
  writer: Writer,
  { from, into, reason }: { from: string; into: string; reason: string },
): Promise<Done> {
  return doneUnlessImpossible(() =>
    withRetry(() => rows('SELECT law.merge_contacts($1, $2, $3, $4)', [from, into, writer.userId, reason])),
  );
}

/** Two contacts are two people: they are not asked about again. */
export async function sayTheyAreTwo(writer: Writer, one: string, other: string): Promise<void> {
  await rows(
    `INSERT INTO not_the_same (one_id, other_id, said_by_id) SELECT least(a.id, b.id), greatest(a.id, b.id), $3
    FROM contacts a JOIN contacts b ON b.id = $2 AND b.id <> a.id WHERE a.id = $1 ON CONFLICT DO NOTHING`,
    [one, other, writer.userId],
  );
}
