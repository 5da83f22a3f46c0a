import { expect, it } from 'vitest';
import { poolAs } from '@/tests/support/database';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

// What a connection of the worker keeps for as long as it lives is planned when nobody has counted the table yet. Then the
// list of everybody's words seems as short as one contact's, and reading all of it as cheap.
it.each([
  'SELECT * FROM law.counting($1, NULL)',
  'SELECT * FROM law.counting($1, NULL) c ORDER BY c.moment DESC, c.depth DESC, c.recorded_seq DESC',
  'SELECT * FROM law.turns($1, NULL)',
  'SELECT * FROM law.unheard($1)',
  'SELECT * FROM law.unread($1)',
  'SELECT * FROM law.answered_until($1, NULL)',
  'SELECT * FROM law.answered_elsewhere_until($1)',
])('reads the words of one contact and of nobody else, also before anybody counted: %s', async (sql) => {
  const client = await poolAs('owner').connect();
  try {
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('SET enable_seqscan = off');
    await client.query(`PREPARE asked (uuid) AS ${sql}`);
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE asked (gen_random_uuid())`,
    );
    const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => [...below(Plan)]));
    const looks = nodes.filter((node) => node['Index Name'] !== undefined);
    expect(looks.map((node) => node['Index Name']).join(' ')).toContain('messages');
    expect(looks.filter((node) => node['Index Cond'] === undefined)).toEqual([]);
    expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
  } finally {
    await client.query('DEALLOCATE ALL');
    client.release(true);
  }
});

function* below(node: Node): Generator<Node> {
  yield node;
  for (const one of node.Plans ?? []) yield* below(one);
}
