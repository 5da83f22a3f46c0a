import { z } from 'zod';
import { databaseFault } from '@/lib/errors/database-fault';
import type { Runs } from './stage';

const refusal = z.object({ detail: z.string() });
const verdict = z.object({ reasons: z.array(z.object({ code: z.string() })) });

/** What the database answered, in a few words: `done`, `refused declined`, `impossible already_heard`, or the SQLSTATE. */
export async function answerTo(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const fault = databaseFault(error);
    if (fault === null) throw error;
    if (fault.sqlstate === 'P0G02') return `impossible ${fault.message}`;
    if (fault.sqlstate !== 'P0G01') return fault.sqlstate;
    const { reasons } = verdict.parse(JSON.parse(refusal.parse(error).detail));
    return `refused ${[...new Set(reasons.map(({ code }) => code))].join(' ')}`;
  }
}

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';
export const isolations: readonly Isolation[] = ['read committed', 'repeatable read', 'serializable'];

/** Runs work in one transaction of this client; what it threw is thrown on after the rollback. */
export async function together<T>(
  client: Runs,
  work: () => Promise<T>,
  isolation: Isolation = 'read committed',
): Promise<T> {
  await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
  try {
    const made = await work();
    await client.query('COMMIT');
    return made;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
