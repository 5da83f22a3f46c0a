import { readFileSync } from 'node:fs';
import { poolAs } from '@/tests/support/database';

/** So many contacts in place of whoever was there, as million.sql describes them. */
export async function fill(people: number): Promise<void> {
  const sql = readFileSync(new URL('million.sql', import.meta.url), 'utf8').replaceAll(
    ':people',
    String(people),
  );
  await poolAs('superuser').query('TRUNCATE contacts, organizations, doors CASCADE');
  const owner = await poolAs('owner').connect();
  await owner.query(sql).finally(() => owner.release(true));
  await poolAs('superuser').query('VACUUM ANALYZE');
}
