import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/tests/support/database';
import { answerTo, together } from './answers';
import { aScene } from './scene';
import { heard, logged, send, somebody, spoke, type Person } from './stage';

// A session of its own for each test: what it shadows and sets goes with it.
const scene = aScene();
const kept: { app?: Client } = {};

beforeEach(async () => {
  kept.app = new Client({ connectionString: database().app });
  await kept.app.connect();
});
afterEach(async () => {
  await kept.app?.end();
});

function session(): Client {
  if (!kept.app) throw new Error('The session opens before the test.');
  return kept.app;
}

/** Somebody who said no, and somebody nobody has written to. */
async function closedAndFree(): Promise<{ closed: Person; free: Person }> {
  const closed = await somebody(scene.app);
  await spoke(scene.app, closed, scene.team.member, 'declined');
  return { closed, free: await somebody(scene.app) };
}

async function holds({ closed, free }: { closed: Person; free: Person }): Promise<void> {
  const app = session();
  const sends = (to: Person) => answerTo(together(app, () => send(app, to, scene.team.member)));
  expect(await sends(closed)).toBe('refused declined');
  expect(await sends(free)).toBe('done');
  expect(await sends(free)).toBe('refused awaiting_reply');
  const no = together(app, async () => {
    const reply = await logged(app, free);
    await heard(app, free, reply, scene.team.member, 'declined');
  });
  expect(await answerTo(no)).toBe('done');
  expect(await sends(free)).toMatch(/^refused declined/);
  expect((await app.query('SELECT law.whole()')).rowCount).toBe(0);
}

const tables = [
  ...[
    'standing',
    'messages',
    'outbox',
    'hearings',
    'declines',
    'opt_outs',
    'rests',
    'suppressions',
    'retractions',
  ],
  ...['addresses', 'doors', 'contacts', 'policy', 'users', 'endings', 'organizations', 'threads'],
];

describe('Names in the session’s own schema', () => {
  it('an empty table by the name of each table of the law hides nothing', async () => {
    const people = await closedAndFree();
    for (const table of tables) await session().query(`CREATE TEMP TABLE ${table} (LIKE public.${table})`);
    await session().query('SET search_path = public, pg_temp');
    await holds(people);
  });

  it('nor does a table of the catalog, a type or a function', async () => {
    const people = await closedAndFree();
    await session().query(`
      CREATE TEMP TABLE pg_trigger (LIKE pg_catalog.pg_trigger);
      CREATE TEMP TABLE pg_proc (LIKE pg_catalog.pg_proc);
      CREATE TYPE pg_temp.purpose AS ENUM ('opening');
      CREATE TYPE pg_temp.outcome AS ENUM ('other');
      CREATE FUNCTION pg_temp.verdict(uuid, uuid, channel, uuid, uuid, uuid, boolean, uuid DEFAULT NULL) RETURNS jsonb LANGUAGE sql AS $$ SELECT '{"allowed": true}'::jsonb $$;
      CREATE FUNCTION pg_temp.clock() RETURNS timestamptz LANGUAGE sql AS $$ SELECT 'infinity'::timestamptz $$;
      CREATE FUNCTION pg_temp.coalesce_to_true(boolean) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
      CREATE FUNCTION pg_temp.unequal(uuid, uuid) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
      CREATE OPERATOR pg_temp.= (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = pg_temp.unequal);
      SET search_path = pg_temp, pg_catalog, public`);
    await holds(people);
  });

  it('a cast of its own changes what it says, not what the law reads', async () => {
    const { closed, free } = await closedAndFree();
    await session().query(`
      CREATE TYPE pg_temp.somebody AS (name text);
      CREATE FUNCTION pg_temp.who(pg_temp.somebody) RETURNS uuid LANGUAGE sql AS $$ SELECT '${closed.id}'::uuid $$;
      CREATE CAST (pg_temp.somebody AS uuid) WITH FUNCTION pg_temp.who(pg_temp.somebody) AS IMPLICIT`);
    const asked = await session().query<{ yes: boolean }>(
      `SELECT (law.verdict(ROW('x')::pg_temp.somebody, NULL, 'email', NULL, NULL, NULL, false) -> 'allowed')::boolean AS yes`,
    );
    expect(asked.rows[0]?.yes).toBe(false);
    await holds({ closed, free });
  });
});

describe('What a session may set', () => {
  it.each([
    [`search_path = pg_temp, pg_catalog, public`],
    [`standard_conforming_strings = off`],
    [`backslash_quote = on`],
    [`transform_null_equals = on`],
    [`array_nulls = off`],
    [`quote_all_identifiers = on`],
    [`plpgsql.extra_errors = 'all'`],
    [`plpgsql.check_asserts = off`],
    [`TimeZone = 'Pacific/Kiritimati'`],
    [`DateStyle = 'SQL, DMY'`],
    [`IntervalStyle = 'sql_standard'`],
    [`bytea_output = 'escape'`],
    [`client_encoding = 'LATIN1'`],
    [`extra_float_digits = -15`],
    [`plan_cache_mode = force_custom_plan`],
    [`enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off`],
    [`enable_seqscan = off; SET enable_hashjoin = off; SET enable_nestloop = off`],
    [`jit = on; SET jit_above_cost = 0`],
    [`from_collapse_limit = 1; SET join_collapse_limit = 1`],
    [`geqo_threshold = 2`],
    [`constraint_exclusion = on`],
    [`row_security = off`],
    [`check_function_bodies = off`],
    [`earshot.test_clock = '2999-01-01'`],
    [`default_transaction_isolation = 'repeatable read'`],
    [`default_transaction_isolation = 'read uncommitted'`],
    [`statement_timeout = '20s'; SET lock_timeout = '20s'`],
  ])('%s changes no answer', async (setting) => {
    const people = await closedAndFree();
    await session().query(`SET ${setting}`);
    await holds(people);
  });

  it('a session that may not write, or not wait, writes nothing at all', async () => {
    const { free } = await closedAndFree();
    const app = session();
    await app.query('SET default_transaction_read_only = on');
    expect(await answerTo(together(app, () => send(app, free, scene.team.member)))).toBe('25006');
  });
});
