import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '@/bin/boot/connection.js';
import { appliedLaw, differenceToSchema, lawFiles, migrate, migrationNames } from '@/bin/boot/migrate.js';
import { lawHash } from '@/bin/boot/law-files.js';
import { root } from '@/bin/boot/root.js';
import { dropClone, emptyDatabase } from '@/bin/boot/test-cluster.js';
import { db } from '@/lib/db/client';
import { differingStandings, faultsOfTheLaw } from '@/lib/db/law';
import { rows } from '@/lib/db/pool';
import { clusterPort } from '@/tests/support/cluster';
import { database } from '@/tests/support/database';

let count = 0;
let name: string;
let url: string;
let client: Client;
let prisma: string;

beforeEach(async () => {
  name = `boot_${process.pid}_${(count += 1)}`;
  url = (await emptyDatabase(clusterPort(), name)).owner;
  client = await connect(url);
  prisma = mkdtempSync(join(tmpdir(), 'earshot-prisma-'));
  cpSync(join(root, 'prisma'), prisma, { recursive: true });
});

afterEach(async () => {
  await client.end();
  await dropClone(clusterPort(), name);
  rmSync(prisma, { recursive: true });
});

describe('a database test', () => {
  it('has a migrated database of its own, entered as the application', async () => {
    expect(await db().contact.count()).toBe(0);
    expect(await rows('select current_user as who')).toEqual([{ who: 'earshot_web' }]);
  });
});

describe('a start', () => {
  it('brings an empty database up to date', async () => {
    expect(await migrate(client, url, prisma)).toEqual({
      applied: migrationNames(),
      lawApplied: true,
      lawMended: [],
      lawFiles: lawFiles().length,
    });
    expect(await appliedLaw(client)).toBe(lawHash(lawFiles()));
    expect(await faultsOfTheLaw(client)).toEqual([]);
    expect(await differingStandings(10, client)).toEqual([]);
  });

  it('does nothing the second time', async () => {
    await migrate(client, url, prisma);
    expect(await migrate(client, url, prisma)).toMatchObject({ applied: [], lawApplied: false });
  });

  it('waits while another one migrates', async () => {
    const other = await connect(url);
    const both = await Promise.all([migrate(client, url, prisma), migrate(other, url, prisma)]);
    await other.end();
    expect(both.map(({ applied }) => applied.length).sort()).toEqual([0, migrationNames().length]);
  });

  it('refuses a database that is newer than the code', async () => {
    await migrate(client, url, prisma);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ('x', 'x', '29990101000000_from_the_future', now(), 1)`,
    );
    await expect(migrate(client, url, prisma)).rejects.toThrow(
      /newer than this Earshot.*29990101000000_from_the_future/,
    );
  });

  it('leaves nothing of a migration that fails, and tries it again at the next start', async () => {
    await migrate(client, url, prisma);
    const folder = join(prisma, 'migrations/29990101000000_broken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), 'create table half (id int); select 1/0;');
    await expect(migrate(client, url, prisma)).rejects.toThrow(/division by zero/);
    expect((await client.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }]);
    writeFileSync(join(folder, 'migration.sql'), 'create table whole (id int);');
    expect(await migrate(client, url, prisma)).toMatchObject({ applied: ['29990101000000_broken'] });
    expect((await client.query(`select to_regclass('whole') is null as missing`)).rows).toEqual([
      { missing: false },
    ]);
  });

  it('takes a migration whole, semicolons in comments and functions included', async () => {
    const folder = join(prisma, 'migrations/29990101000000_semicolons');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'migration.sql'),
      `-- one; two\ncreate function one() returns int language plpgsql as $$ begin return 1; end $$;`,
    );
    await migrate(client, url, prisma);
    expect((await client.query('select one()')).rows).toEqual([{ one: 1 }]);
  });
});

describe('the law', () => {
  const file = () => join(prisma, 'law', lawFiles(prisma)[0]?.name ?? '');

  it('is applied again when a file of it changed', async () => {
    await migrate(client, url, prisma);
    appendFileSync(
      file(),
      `\ncreate or replace function law.of_this_test() returns int language sql as 'select 7';\n`,
    );
    expect(await migrate(client, url, prisma)).toMatchObject({ applied: [], lawApplied: true });
    expect((await client.query('select law.of_this_test() as seven')).rows).toEqual([{ seven: 7 }]);
    expect(await migrate(client, url, prisma)).toMatchObject({ lawApplied: false });
  });

  it('keeps its key when it is applied again', async () => {
    await migrate(client, url, prisma);
    const before = await client.query('select * from law.secret');
    appendFileSync(file(), '\n-- changed\n');
    await migrate(client, url, prisma);
    expect((await client.query('select * from law.secret')).rows).toEqual(before.rows);
  });

  it('is mended when somebody made a hole in it', async () => {
    await migrate(client, url, prisma);
    const { rows: watched } = await client.query('select table_name, trigger_name from law.watched limit 1');
    await client.query(`alter table ${watched[0].table_name} disable trigger ${watched[0].trigger_name}`);
    expect(await faultsOfTheLaw(client)).toHaveLength(1);
    expect((await migrate(client, url, prisma)).lawMended).toHaveLength(1);
    expect(await faultsOfTheLaw(client)).toEqual([]);
  });

  it('stays as it was when a new file of it is wrong, which is named', async () => {
    await migrate(client, url, prisma);
    writeFileSync(join(prisma, 'law/999_wrong.sql'), 'select 1;\nselect no_such_column;');
    await expect(migrate(client, url, prisma)).rejects.toThrow(/999_wrong\.sql, line 2.*no_such_column/);
    expect(await appliedLaw(client)).toBe(lawHash(lawFiles()));
    expect(await faultsOfTheLaw(client)).toEqual([]);
  });
});

describe('schema.prisma', () => {
  // What Prisma's language has no words for: indexes by trigram, and one sequence that many tables share.
  const known = [
    /^DROP INDEX "(addresses_handle_trgm|contacts_name_trgm|organizations_name_trgm)"$/,
    /^ALTER TABLE "\w+" ALTER COLUMN "recorded_seq" SET DEFAULT nextval\('fact_seq'::regclass\),\s+ALTER COLUMN "recorded_seq" DROP DEFAULT$/,
    /^DROP SEQUENCE "fact_seq"$/,
  ];

  it('says of the migrated database what is so', async () => {
    const script: string = await differenceToSchema(database().owner);
    const statements = script
      .replace(/^--.*$/gm, '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    expect(statements.filter((one) => !known.some((pattern) => pattern.test(one)))).toEqual([]);
  });

  it('would be caught lying', async () => {
    writeFileSync(join(prisma, 'schema.prisma'), '\nmodel Lie {\n  id Int @id\n}\n', { flag: 'a' });
    expect(await differenceToSchema(database().owner, prisma)).toMatch(/CREATE TABLE "Lie"/);
  });
});
