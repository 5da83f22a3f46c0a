import { test } from 'vitest';
import { readListFilter, tabs, wayOf } from '@/lib/contacts/list/list-filter';
import { countSql, pageSql, type Statement } from '@/lib/contacts/list/list-sql';
import { searchSql } from '@/lib/contacts/list/search-sql';
import { readSearch } from '@/lib/contacts/list/search-words';
import { ways } from '@/lib/contacts/list/ways';
import { organizationOrders, readOrganizationFilter } from '@/lib/contacts/organizations/list/asked';
import { organizationSearchSql, organizationsSql } from '@/lib/contacts/organizations/list/sql';
import { report } from '@/tests/bench/law/people';
import { poolAs } from '@/tests/support/database';
import { fill } from './fill';
import { named } from './named-queries';

const most = Number(process.env['EARSHOT_PEOPLE'] ?? 1_000_000);
const explained = process.env['EARSHOT_EXPLAIN'];

const lists = [
  ...tabs.map((standing) => readListFilter({ standing })),
  readListFilter({ order: 'recent' }),
].map((filter) => ({
  name: filter.order === 'recent' ? 'by who spoke last' : filter.tab,
  statement: pageSql(wayOf(filter), filter, 51),
}));
const counts = tabs.map((tab) => ({ name: tab, statement: countSql(ways[tab], readListFilter({}), 10_000) }));
const searches = named.map(({ q, standing, why }) => {
  const filter = readListFilter({ q, standing });
  return {
    name: `${JSON.stringify(q)}${standing ? ` in ${standing}` : ''} (${why})`,
    statement: searchSql(readSearch(q), wayOf(filter), filter, 101),
  };
});
const organizations = [
  ...organizationOrders.map((order) => ({
    name: `by ${order}`,
    statement: organizationsSql(readOrganizationFilter({ order }), 51),
  })),
  ...['n', 'northlight', 'ltd', 'weidezton'].map((q) => ({
    name: JSON.stringify(q),
    statement: organizationSearchSql(readSearch(q), 101),
  })),
];

const runs = 100;

/** 95th percentile in milliseconds, after three to warm up. */
async function p95({
  name,
  statement: { text, values },
}: {
  name: string;
  statement: Statement;
}): Promise<number> {
  const app = poolAs('app');
  if (explained && name.includes(explained)) {
    const plan = await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, [...values]);
    process.stdout.write(`${plan.rows.map((row) => row['QUERY PLAN']).join('\n')}\n`);
  }
  const times: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const from = performance.now();
    await app.query(text, [...values]);
    if (run >= 0) times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return times[Math.ceil(0.95 * runs) - 1] ?? 0;
}

test(`lists and searches of contacts and organizations, at 10,000 and at ${most}`, async () => {
  await fill(10_000);
  const small = new Map<string, number>();
  for (const list of lists) small.set(list.name, await p95(list));
  await fill(most);
  for (const list of lists) {
    const [here, there] = [await p95(list), small.get(list.name) ?? 0];
    process.stdout.write(`list ${list.name}: p95 ${here.toFixed(1)} ms, at 10,000 ${there.toFixed(1)} ms\n`);
    report(`list ${list.name}, p95 at 10,000 : p95 at ${most}`, there / here, 1 / 1.3);
  }
  for (const count of counts)
    process.stdout.write(`count ${count.name}: p95 ${(await p95(count)).toFixed(1)} ms\n`);
  let slowest = 0;
  for (const search of searches) {
    const took = await p95(search);
    slowest = Math.max(slowest, took);
    process.stdout.write(`search ${search.name}: p95 ${took.toFixed(1)} ms\n`);
  }
  report('slowest search, 50 ms : its p95', 50 / slowest, 1);
  slowest = 0;
  for (const one of organizations) {
    const took = await p95(one);
    slowest = Math.max(slowest, took);
    process.stdout.write(`organizations ${one.name}: p95 ${took.toFixed(1)} ms\n`);
  }
  report('slowest list of organizations, 50 ms : its p95', 50 / slowest, 1);
});
