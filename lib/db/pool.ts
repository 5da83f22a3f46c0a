import 'server-only';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { env } from '@/lib/env/env';
import { log } from '@/lib/log/log';

export type { PoolClient } from 'pg';

/** What runs SQL: the pool, or one client of it inside a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

declare global {
  // Next reloads modules while developing; the connections outlive that here.
  var earshotPool: Pool | undefined;
}

/** The process's one pool, connected as the application's role. Prisma's client shares it. */
export function pool(): Pool {
  return (globalThis.earshotPool ??= openPool());
}

function openPool(): Pool {
  const opened = new Pool({
    connectionString: env().EARSHOT_APP_DATABASE_URL,
    max: 20,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // Without it whoever waits for an answer of a machine that went away waits until this process ends.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'earshot',
  });
  opened.on('error', (error) => log.error('idle_connection_lost', error));
  // Lost between two statements of whoever holds it, it fails their next one; unheard, it would end the process.
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
}

/** The rows of one statement. Values are parameters (`$1`), never put into the text. */
export async function rows<Row extends QueryResultRow>(
  sql: string,
  values: readonly unknown[] = [],
  on: Queryable = pool(),
): Promise<Row[]> {
  const answer = await on.query<Row>(sql, [...values]);
  return answer.rows;
}

/**
 * The same for whoever only wants to know whether the database answers: after so many milliseconds the statement fails
 * and its connection is given up, so that asking again and again does not use up the pool while nobody answers.
 */
export async function rowsWithin<Row extends QueryResultRow>(
  milliseconds: number,
  sql: string,
): Promise<Row[]> {
  const impatient = { text: sql, query_timeout: milliseconds };
  return (await pool().query<Row>(impatient)).rows;
}

/** Does work in one transaction of plain SQL, at READ COMMITTED; rolls back when it throws. */
export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    // A connection that cannot roll back is not given to anybody else.
    await client.query('rollback').catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Closes all connections, also Prisma's; the next call of `pool` opens new ones. */
export async function closePool(): Promise<void> {
  const open = globalThis.earshotPool;
  globalThis.earshotPool = undefined;
  await open?.end();
}
