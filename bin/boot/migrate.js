// Tables are Prisma migrations, the law is prisma/law/*.sql; both are put into the database here, under one lock.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lawFilesIn, lawHash } from './law-files.js';
import { root } from './root.js';
import { openEngine } from './schema-engine.js';
import { Stop } from './say.js';

const lockNumber = 2026_11_21;
const noFilters = { externalTables: [], externalEnums: [] };

/**
 * Brings a database to this version: missing migrations, then the law if it changed. `client` is a connected
 * `pg` client of the owner, `url` the same database. Throws Stop when the database is newer than the code.
 * A law that somebody made holes in is mended, too; `lawMended` says what was missing.
 * @returns {Promise<{ applied: string[], lawApplied: boolean, lawMended: string[], lawFiles: number }>}
 */
export async function migrate(client, url, folder = join(root, 'prisma')) {
  await client.query('select pg_advisory_lock($1)', [lockNumber]);
  try {
    const applied = await applyMigrations(client, url, folder);
    return { applied, ...(await applyLaw(client, folder, applied.length > 0)) };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockNumber]);
  }
}

async function applyMigrations(client, url, folder) {
  const here = migrationNames(folder);
  const finished = await refuseNewer(client, folder);
  const missing = here.filter((name) => !finished.includes(name));
  if (missing.length === 0) return [];
  await forgetFailures(client);
  const engine = await openEngine(url, folder);
  try {
    const done = await engine.applyMigrations({ migrationsList: migrationsList(folder), filters: noFilters });
    return done.appliedMigrationNames;
  } finally {
    await engine.close();
  }
}

/** Throws Stop when the database holds migrations that the code does not know; answers the names of those it holds. */
export async function refuseNewer(client, folder = join(root, 'prisma')) {
  const here = migrationNames(folder);
  const finished = await finishedMigrations(client);
  const unknown = finished.filter((name) => !here.includes(name));
  if (unknown.length > 0) {
    throw new Stop(
      `The database is newer than this Earshot: it holds the migration ${unknown.at(-1)}, which is unknown here. ` +
        'Update the code, or restore a backup made with this version.',
    );
  }
  return finished;
}

/** Names of the migrations in the code, in their order. */
export function migrationNames(folder = join(root, 'prisma')) {
  const migrations = join(folder, 'migrations');
  if (!existsSync(migrations)) return [];
  return readdirSync(migrations)
    .filter((name) => existsSync(join(migrations, name, 'migration.sql')))
    .sort();
}

/** Names of the indexes that the migrations made and left. */
export function madeIndexes(folder = join(root, 'prisma')) {
  const left = new Set();
  for (const name of migrationNames(folder)) {
    const text = readFileSync(join(folder, 'migrations', name, 'migration.sql'), 'utf8');
    const said = text.matchAll(
      /^\s*(CREATE|DROP)\s+(?:UNIQUE\s+)?INDEX\s+(?:IF (?:NOT )?EXISTS\s+)?"?(\w+)"?/gim,
    );
    for (const [, verb, index] of said) {
      if (verb.toUpperCase() === 'CREATE') left.add(index);
      else left.delete(index);
    }
  }
  return [...left];
}

/** Names of the migrations that the database holds, in their order. */
export async function finishedMigrations(client) {
  if (!(await hasMigrations(client))) return [];
  const { rows } = await client.query(
    `select migration_name as name from public._prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows.map(({ name }) => name);
}

// A migration is one transaction, so one that failed left nothing and may be tried again.
async function forgetFailures(client) {
  if (!(await hasMigrations(client))) return;
  await client.query(
    'update public._prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null',
  );
}

async function hasMigrations(client) {
  const { rows } = await client.query(`select to_regclass('public._prisma_migrations') is not null as yes`);
  return rows[0].yes;
}

function migrationsList(folder) {
  const baseDir = join(folder, 'migrations');
  const lockfile = join(baseDir, 'migration_lock.toml');
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * The script that would lead from the migrated database behind `url` to `schema.prisma`; empty when they agree.
 * Only tables of Prisma's count: the law's own schema is not compared.
 */
export async function differenceToSchema(url, folder = join(root, 'prisma')) {
  const engine = await openEngine(url, folder);
  try {
    const schema = { path: 'schema.prisma', content: readFileSync(join(folder, 'schema.prisma'), 'utf8') };
    const answer = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: folder },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: noFilters,
    });
    return answer.stdout ?? '';
  } finally {
    await engine.close();
  }
}

/** The files of the law in the order in which they are applied. */
export function lawFiles(folder = join(root, 'prisma')) {
  return lawFilesIn(folder);
}

async function applyLaw(client, folder, schemaChanged) {
  const files = lawFiles(folder);
  const hash = lawHash(files);
  const before = await appliedLaw(client);
  const lawMended = before === hash && !schemaChanged ? await faultsOfTheLaw(client) : [];
  if (before === hash && !schemaChanged && lawMended.length === 0) {
    return { lawApplied: false, lawMended, lawFiles: files.length };
  }
  await client.query('begin');
  try {
    // Twice: functions may name each other in any order, and in the second round every body is checked.
    for (const check of ['off', 'on']) {
      await client.query(`set local check_function_bodies = ${check}`);
      for (const { name, text } of files) await applyFile(client, name, text);
    }
    await client.query(`
      create schema if not exists law;
      create table if not exists law.applied (hash text not null, at timestamptz not null default now());
      delete from law.applied`);
    await client.query('insert into law.applied (hash) values ($1)', [hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { lawApplied: true, lawMended, lawFiles: files.length };
}

async function applyFile(client, name, text) {
  try {
    await client.query(text);
  } catch (error) {
    const line = error.position ? text.slice(0, Number(error.position)).split('\n').length : '?';
    throw new Error(
      `prisma/law/${name}, line ${line}: ${error.message}${error.where ? `\n${error.where}` : ''}`,
      {
        cause: error,
      },
    );
  }
}

/** Hash of the law in force in the database, or null. */
export async function appliedLaw(client) {
  const there = await client.query(`select to_regclass('law.applied') is not null as yes`);
  if (!there.rows[0].yes) return null;
  const { rows } = await client.query('select hash from law.applied');
  return rows[0]?.hash ?? null;
}

/** What of the law is missing in the database, a line each; empty when it is whole. */
export async function faultsOfTheLaw(client) {
  try {
    const { rows } = await client.query('select fault from law.whole() as fault');
    return rows.map(({ fault }) => fault);
  } catch (error) {
    return [`it cannot be asked whether it is whole (${error.message})`];
  }
}
