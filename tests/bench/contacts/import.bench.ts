import { test } from 'vitest';
import { importContacts } from '@/lib/imports/mutations';
import { report } from '@/tests/bench/law/people';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';

const people = Number(process.env['EARSHOT_ROWS'] ?? 20_000);

/** A file of so many people, in pieces; nothing of it is kept. */
async function* file(rows: number) {
  yield Buffer.from('name,email,linkedin,company,position,tags,notes\n');
  for (let from = 0; from < rows; from += 100) {
    const lines = Array.from({ length: Math.min(100, rows - from) }, (_, at) => line(from + at));
    yield Buffer.from(lines.join(''));
  }
}

function line(i: number): string {
  const address = `person.${i}@company${i % 5000}.example,https://www.linkedin.com/in/person-${i}/`;
  return `"Person Number ${i}",${address},Company ${i % 5000},Head of ${i % 40},"fair, ${i % 10}","A note about ${i}"\n`;
}

const tables = [
  'organizations',
  'organization_domains',
  'contacts',
  'addresses',
  'tags',
  'contact_tags',
  'imports',
  'import_rows',
];

async function emptied() {
  await poolAs('superuser').query('TRUNCATE contacts, organizations, tags, imports, doors CASCADE');
  await poolAs('superuser').query('VACUUM ANALYZE');
}

/** The rows that an import left, inserted again by the server itself, under the same law. */
async function insertedByTheServer(): Promise<number> {
  const owner = poolAs('owner');
  for (const table of tables) {
    const order = table === 'import_rows' ? 'line' : '1';
    await owner.query(
      `CREATE TABLE again_${table} AS SELECT * FROM ${table} ORDER BY ${order}; GRANT SELECT ON again_${table} TO earshot_app`,
    );
  }
  await emptied();
  const columns = await owner.query<{ name: string; columns: string }>(
    `SELECT table_name AS name, string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ANY ($1) AND column_name NOT IN ('door_hashes', 'retired_at') GROUP BY 1`,
    [tables],
  );
  const of = new Map(columns.rows.map((row) => [row.name, row.columns]));
  const client = await poolAs('app').connect();
  const from = performance.now();
  await client.query('BEGIN; SET LOCAL enable_seqscan = off');
  for (const table of tables) {
    await client.query(`INSERT INTO ${table} (${of.get(table)}) SELECT ${of.get(table)} FROM again_${table}`);
  }
  await client.query('COMMIT');
  const took = performance.now() - from;
  client.release(true);
  for (const table of tables) await owner.query(`DROP TABLE again_${table}`);
  return took;
}

test(`import of ${people} rows against inserting the same rows server-side, and its memory at five times as many`, async () => {
  const by = await aMember();
  await emptied();
  const from = performance.now();
  await importContacts({ by, stream: file(people), fileName: 'people.csv' });
  const took = performance.now() - from;
  const bare = await insertedByTheServer();
  process.stdout.write(
    `import ${(took / 1000).toFixed(1)} s, by the server itself ${(bare / 1000).toFixed(1)} s\n`,
  );
  report('import : inserting the same rows server-side', bare / took, 0.4);

  await emptied();
  const held: number[] = [];
  let seen = 0;
  const watch = () => {
    seen += 1;
    if (seen % people === 0) held.push(process.memoryUsage().rss / 1e6);
  };
  await importContacts({ by, stream: file(5 * people), fileName: 'people.csv', onRow: watch });
  const [first = 0] = held;
  const last = held.at(-1) ?? 0;
  process.stdout.write(
    `resident memory after each ${people} rows: ${held.map((mb) => mb.toFixed(0)).join(', ')} MB\n`,
  );
  report(`memory after ${people} rows : after five times as many`, first / last, 0.8);
});
