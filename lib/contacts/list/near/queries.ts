import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { inTransaction, rows } from '@/lib/db/pool';
import { databaseFault } from '@/lib/errors/database-fault';
import { listed, type ListedContact, type ListRow } from '../queries';
import { nearSql, nearness, nearWords, patience } from './near-sql';

/**
 * Whose names come near what was typed, the nearest first: for whoever is looked for under a name nobody has. A help and
 * no answer, so what takes too long finds nobody.
 */
export async function contactsNear(actor: Actor, search: string): Promise<ListedContact[]> {
  const words = nearWords(search);
  if (words.length === 0) return [];
  const { text, values } = nearSql(words);
  try {
    const found = await inTransaction(async (client) => {
      // For this statement alone. Walking all contacts would be chosen for its LIMIT, and is never near.
      await client.query(
        `SELECT set_config('pg_trgm.word_similarity_threshold', $1, true), set_config('enable_seqscan', 'off', true),
          set_config('statement_timeout', $2, true)`,
        [nearness, patience],
      );
      return rows<ListRow>(text, values, client);
    });
    return found.map((row) => listed(actor, row));
  } catch (error) {
    if (databaseFault(error)?.sqlstate === '57014') return [];
    throw error;
  }
}
