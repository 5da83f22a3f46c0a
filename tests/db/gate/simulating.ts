import { beforeAll } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { poolAs } from '@/tests/support/database';
import { heard, logged, somebody } from './scene';

export const day = 86_400_000;
export const weeksAgo = new Date(Date.now() - 21 * day);

/** The law's clock stands in a row that every connection reads, so that weeks can pass. */
export function withClockInARow(): void {
  beforeAll(async () => {
    await poolAs('owner').query('CREATE TABLE law.told AS SELECT clock_timestamp() AS at');
    await poolAs('owner')
      .query(`CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
        SECURITY DEFINER SET search_path = law, pg_temp AS $$ SELECT at FROM law.told $$`);
  });
}

export async function itIs(at: Date): Promise<void> {
  await poolAs('owner').query('UPDATE law.told SET at = $1', [at]);
}

/** A simulation looks at everybody there is: whoever came in an earlier test has to go. */
export async function forgetEverybody(): Promise<void> {
  const client = await poolAs('superuser').connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query('TRUNCATE contacts, organizations CASCADE');
    await client.query('RESET session_replication_role');
  } finally {
    client.release();
  }
}

/** So many messages of ours, three weeks ago, after their first word if they spoke. */
export async function writtenTo(by: Writer, name: string, { times = 1, spoke = false } = {}) {
  const one = await somebody(name);
  await itIs(weeksAgo);
  const before = (milliseconds: number) => new Date(weeksAgo.getTime() - milliseconds);
  if (spoke) {
    const reply = await logged(by, one.id, { body: 'Hello.', occurredAt: before(day) });
    await heard(by, one.id, reply, { outcome: 'other' });
  }
  for (let left = times; left > 0; left -= 1)
    await logged(by, one.id, { body: 'Hi.', direction: 'outbound', occurredAt: before(1000 * left) });
  await itIs(new Date());
  return one;
}
