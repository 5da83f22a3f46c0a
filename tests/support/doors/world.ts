import { z } from 'zod';
import { poolAs } from '../database';

// Counting tries and beating is no change of anything.
const passing = ['rate_limits', 'heartbeats', '_prisma_migrations'];

/** A fingerprint of every row there is, to see that a refused act changed nothing. */
export async function fingerprint(): Promise<Record<string, string>> {
  const owner = poolAs('owner');
  const tables = await owner.query(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1) order by 1`,
    [passing],
  );
  const names = z.array(z.object({ name: z.string() })).parse(tables.rows);
  const parts = names.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
  );
  // In order: PostgreSQL may read the parts side by side.
  const { rows } = await owner.query(`${parts.join(' union all ')} order by 1`);
  const sums = z.array(z.object({ name: z.string(), sum: z.string() })).parse(rows);
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}
