import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { rows, type Queryable } from '@/lib/db/pool';
import type { Finding } from '@/lib/manners/finding';
import { refusing } from '@/lib/manners/manners';
import { countedDays } from '@/lib/manners/near-copy';
import { judged, type Acquaintance, type Leaving } from './queries';

/** The law would let it go, and manners do not; thrown so that nothing of it stays. */
export class Unmannerly extends Error {
  constructor(readonly found: readonly Finding[]) {
    super(`refused by manners: ${found.map(({ code }) => code).join(', ')}`);
  }
}

/** Makes this transaction the only one that compares and keeps fingerprints; the first lock it takes. */
export async function oneAtATime(_writer: Writer, on: Queryable): Promise<void> {
  await rows(`SELECT pg_advisory_xact_lock(hashtext('earshot.fingerprints'))`, [], on);
}

/**
 * Lets a text go that manners do not refuse, and keeps its fingerprint for as long as near-copies count.
 * @throws Unmannerly
 */
export async function letGo(
  writer: Writer,
  messageId: string,
  leaving: Leaving,
  known: Acquaintance,
  on: Queryable,
): Promise<void> {
  const { found, fingerprint } = await judged(writer, leaving, known, on);
  if (refusing(found).length > 0) throw new Unmannerly(found);
  await rows(
    `DELETE FROM fingerprints WHERE left_at <= law.clock() - $1::int * interval '24 hours'`,
    [countedDays],
    on,
  );
  if (fingerprint.length === 0 || leaving.purpose === 'thanks') return;
  await rows(
    'INSERT INTO fingerprints (message_id, hashes, left_at) VALUES ($1, $2, law.clock())',
    [messageId, [...fingerprint]],
    on,
  );
}
