import 'server-only';
import { pool, type Queryable } from './pool';

/**
 * Does work that supposes something: in one transaction at REPEATABLE READ, rolled back whatever happens. All of it
 * sees the same rows, and nothing of it stays: no row, no lock.
 */
export async function supposing<T>(work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read');
    return await work(client);
  } finally {
    // A connection that cannot roll back is not given to anybody else.
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    client.release(broken);
  }
}
