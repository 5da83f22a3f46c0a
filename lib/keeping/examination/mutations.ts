import 'server-only';
import { db } from '@/lib/db/client';
import { appliedLawHash, compareStandings, faultsOfTheLaw } from '@/lib/db/law';
import { pool, type PoolClient, rows } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';

const lockNumber = 2026_11_22;
const atOnce = 200;
const named = 20;

/** What an examination found. */
export interface Finding {
  readonly compared: number;
  readonly differing: number;
  readonly faults: number;
}

interface Examining {
  /** Hash of the law's files here. */
  readonly lawHash: string;
  /** Aborted, it leaves off between two batches; the next one begins anew. */
  readonly signal: AbortSignal;
}

/**
 * What `bin/earshot doctor` examines, once a night for all workers together: after three o'clock in the installation's
 * zone, or as soon afterwards as a worker runs. The event at its end is what says that this night is done. Null when
 * there is nothing to do, or another worker does it.
 */
export async function examineNightly(examining: Examining): Promise<Finding | null> {
  if (!(await isDue())) return null;
  const client = await pool().connect();
  let lost: Error | boolean = false;
  try {
    return await underLock(client, async () => ((await isDue()) ? examine(examining) : null));
  } catch (error) {
    // With a connection that may still hold the lock, the lock goes.
    lost = true;
    throw error;
  } finally {
    client.release(lost);
  }
}

async function underLock<T>(client: PoolClient, work: () => Promise<T | null>): Promise<T | null> {
  const [lock] = await rows<{ mine: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS mine',
    [lockNumber],
    client,
  );
  if (!lock?.mine) return null;
  const done = await work();
  await rows('SELECT pg_advisory_unlock($1)', [lockNumber], client);
  return done;
}

// Before its first night an installation is as new as its tables.
async function isDue(): Promise<boolean> {
  const [answer] = await rows<{ due: boolean }>(
    `SELECT coalesce((SELECT e.recorded_at FROM events e WHERE e.verb = 'examination_made' ORDER BY e.recorded_seq DESC LIMIT 1),
        (SELECT i.created_at FROM installation i)) < (three.at::date + time '03:00') AT TIME ZONE three.zone AS due
      FROM (SELECT p.time_zone AS zone, (law.clock() AT TIME ZONE p.time_zone) - interval '3 hours' AS at FROM policy p) three`,
  );
  return answer?.due ?? false;
}

async function examine({ lawHash, signal }: Examining): Promise<Finding | null> {
  const faults = await faultsOfTheLaw();
  const applied = await appliedLawHash();
  if (applied !== null && applied !== lawHash) faults.push('the law in force is of another version');
  const contacts: string[] = [];
  let [compared, differing] = [0, 0];
  let after: string | null = null;
  for (;;) {
    if (signal.aborted) return null;
    const part = await compareStandings(after, atOnce);
    if (part.upTo === null) break;
    after = part.upTo;
    compared += part.compared;
    differing += part.differing.length;
    contacts.push(...part.differing.slice(0, named - contacts.length));
  }
  const finding = { compared, differing, faults: faults.length };
  await record(db(), null, 'examination_made', {
    codes: { ...finding, contacts },
    text: faults.slice(0, named).join('\n'),
  });
  return finding;
}
