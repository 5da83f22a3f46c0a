// Times, or explains, every list and search over generated contacts: see README of this folder.
import { Client } from 'pg';
import { countSql, pageSql } from '@/lib/contacts/list/list-sql';
import { readListFilter, wayOf } from '@/lib/contacts/list/list-filter';
import { searchSql } from '@/lib/contacts/list/search-sql';
import { readSearch } from '@/lib/contacts/list/search-words';
import { ways } from '@/lib/contacts/list/ways';
import { tabs } from '@/lib/contacts/list/list-filter';
import { named } from './named-queries';

const url = process.env['EARSHOT_APP_DATABASE_URL'];
const client = new Client({ connectionString: url });
await client.connect();
const explain = process.argv.find((word) => word.startsWith('--explain='))?.slice(10);
const times = 9;

async function measure(name: string, { text, values }: { text: string; values: readonly unknown[] }) {
  if (explain !== undefined) {
    if (!name.includes(explain)) return;
    const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, [
      ...values,
    ]);
    console.log(`\n## ${name}\n${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}`);
    return;
  }
  const took: number[] = [];
  let found = 0;
  for (let run = 0; run < times; run += 1) {
    const from = performance.now();
    const answer = await client.query(text, [...values]);
    took.push(performance.now() - from);
    found = answer.rowCount ?? 0;
  }
  took.sort((a, b) => a - b);
  const ms = (at: number) => (took[at] ?? 0).toFixed(1).padStart(7);
  console.log(
    `${name.padEnd(44)} ${ms(Math.floor(times / 2))} ms median ${ms(times - 1)} ms worst ${found} rows`,
  );
}

for (const tab of tabs) {
  const filter = readListFilter({ standing: tab });
  await measure(`list ${tab}`, pageSql(wayOf(filter), filter, 51));
}
const recent = readListFilter({ order: 'recent' });
await measure('list recent', pageSql(wayOf(recent), recent, 51));
for (const tab of tabs) await measure(`count ${tab}`, countSql(ways[tab], readListFilter({}), 10_000));
for (const { q, standing, why } of named) {
  const filter = readListFilter({ q, standing });
  await measure(
    `search ${JSON.stringify(q)} ${standing ?? ''} (${why})`,
    searchSql(readSearch(q), wayOf(filter), filter, 101),
  );
}
await client.end();
