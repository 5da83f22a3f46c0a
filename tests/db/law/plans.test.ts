import { expect, it } from 'vitest';
import { poolAs } from '@/tests/support/database';

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

const questions = [
  'SELECT * FROM law.counting($1, NULL)',
  'SELECT * FROM law.counting($1, NULL) c ORDER BY c.moment DESC, c.depth DESC, c.recorded_seq DESC',
  'SELECT * FROM law.turns($1, NULL)',
  'SELECT * FROM law.unheard($1)',
  'SELECT * FROM law.unread($1)',
  'SELECT * FROM law.answered_until($1, NULL)',
  'SELECT * FROM law.answered_elsewhere_until($1)',
];

/** Every node of the plan that a connection would keep. */
async function planned(sql: string): Promise<Node[]> {
  const client = await poolAs('owner').connect();
  try {
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('SET enable_seqscan = off');
    await client.query(`PREPARE asked (uuid) AS ${sql}`);
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE asked (gen_random_uuid())`,
    );
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => [...below(Plan)]));
  } finally {
    client.release(true);
  }
}

function* below(node: Node): Generator<Node> {
  yield node;
  for (const one of node.Plans ?? []) yield* below(one);
}

/** A table or an index that is read for neither the contact nor a row of theirs: all of it, or all in some state. */
const isOfEverybody = (node: Node) =>
  node['Node Type'] === 'Seq Scan' ||
  (node['Index Name'] !== undefined && !/\$1|\b[a-z]\w*\.\w/.test(node['Index Cond'] ?? ''));

// What a connection of the worker keeps for as long as it lives is planned when nobody has counted the table yet. Then a list
// of everybody's rows seems as short as one contact's, and reading all of it as cheap.
it.each(questions)('reads of one contact, and of nobody else, also on the first day: %s', async (sql) => {
  const nodes = await planned(sql);
  expect(nodes.map((node) => node['Index Name']).join(' ')).toContain('messages');
  expect(nodes.filter(isOfEverybody)).toEqual([]);
});
