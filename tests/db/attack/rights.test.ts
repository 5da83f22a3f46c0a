import { beforeAll, describe, expect, it } from 'vitest';
import { aScene } from './scene';
import { answerTo, together } from './answers';
import { logged, send, somebody, spoke, type Person } from './stage';

const scene = aScene();
const kept: { ana?: Person } = {};
const denied = '42501';

// Somebody with a no, a stop, a rest, a suppressed address, a message of ours and one of theirs.
beforeAll(async () => {
  const ana = await somebody(scene.app);
  const reply = await logged(scene.app, ana);
  await scene.app.query(`SELECT law.retract($1, $2, 'another Ana')`, [reply, scene.team.member]);
  await together(scene.app, () => send(scene.app, ana, scene.team.member));
  await spoke(scene.app, ana, scene.team.member, 'declined');
  await spoke(scene.app, ana, scene.team.member, 'opted_out');
  await spoke(scene.app, ana, scene.team.member, 'later');
  await scene.app.query(`SELECT law.suppress_domain($1, 'by_hand', $2, 'asked')`, [
    ana.domain,
    scene.team.owner,
  ]);
  kept.ana = ana;
});

const facts = [
  ...[
    'messages',
    'hearings',
    'declines',
    'opt_outs',
    'rests',
    'endings',
    'referrals',
    'events',
    'event_texts',
  ],
  ...['addresses', 'organization_domains', 'looks', 'exceptions', 'hand_overs'],
];
const computed = ['standing', 'outbox', 'doors', 'suppressions', 'retractions', 'successors', 'withdrawals'];
const kinds = [
  'contacts',
  'organizations',
  'users',
  'threads',
  'pitches',
  'policy',
  'language_model',
  'installation',
  'replies',
];

const unchangeable: readonly (readonly [string, string])[] = [
  ...[...facts, ...computed].filter((table) => table !== 'outbox').map((table) => [table, '*'] as const),
  ...[
    'message_id',
    'contact_id',
    'address_id',
    'via',
    'purpose',
    'queued_by_id',
    'queued_at',
    'settled_at',
  ].map((column) => ['outbox', column] as const),
  ...['id', 'touched'].map((column) => ['organizations', column] as const),
  ...['id', 'merged_into_id', 'import_key'].map((column) => ['contacts', column] as const),
  ...['id', 'contact_id', 'channel'].map((column) => ['threads', column] as const),
  ...['users', 'pitches'].map((table) => [table, 'id'] as const),
];

describe('The application takes nothing back', () => {
  it.each([...facts, ...computed, ...kinds])('it deletes nothing from %s', async (table) => {
    expect(await answerTo(scene.app.query(`DELETE FROM ${table}`))).toBe(denied);
  });

  it.each([...facts, ...computed, ...kinds])('it truncates no %s', async (table) => {
    expect(await answerTo(scene.app.query(`TRUNCATE ${table} CASCADE`))).toBe(denied);
  });

  it.each([...computed])('it writes nothing into %s', async (table) => {
    expect(await answerTo(scene.app.query(`INSERT INTO ${table} DEFAULT VALUES`))).toBe(denied);
    expect(await answerTo(scene.app.query(`COPY ${table} FROM STDIN`))).toBe(denied);
  });

  it.each(unchangeable)('it changes nothing in %s: %s', async (table, which) => {
    const asked = await scene.app.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND $2 IN ('*', attname::text)`,
      [table, which],
    );
    expect(asked.rows.length).toBeGreaterThan(0);
    for (const { name } of asked.rows) {
      expect(await answerTo(scene.app.query(`UPDATE ${table} SET ${name} = ${name}`))).toBe(denied);
    }
  });

  it.each([
    ['messages', 'recorded_at', 'now()'],
    ['messages', 'recorded_seq', '1'],
    ['messages', 'moment', 'now()'],
    ['messages', 'depth', '9'],
    ['messages', 'mark', `'history'`],
    ['hearings', 'recorded_at', 'now()'],
    ['hearings', 'recorded_seq', '1'],
    ['declines', 'recorded_at', 'now()'],
    ['declines', 'hearing_id', 'NULL'],
    ['declines', 'withdrawn_at', 'now()'],
    ['opt_outs', 'recorded_seq', '1'],
    ['opt_outs', 'hearing_id', 'NULL'],
    ['opt_outs', 'lifted_at', 'now()'],
    ['rests', 'recorded_at', 'now()'],
    ['rests', 'hearing_id', 'NULL'],
    ['rests', 'lifted_at', 'now()'],
    ['endings', 'recorded_at', 'now()'],
    ['endings', 'recorded_seq', '1'],
    ['outbox', 'purpose', `'thanks'`],
    ['outbox', 'queued_at', 'now()'],
    ['outbox', 'settled_at', 'now()'],
    ['addresses', 'door_hashes', `'{}'`],
    ['addresses', 'retired_at', 'now()'],
    ['events', 'recorded_at', 'now()'],
    ['events', 'recorded_seq', '1'],
    ['looks', 'recorded_at', 'now()'],
  ])('it never says what the law computes: %s.%s', async (table, column, value) => {
    expect(await answerTo(scene.app.query(`INSERT INTO ${table} (${column}) VALUES (${value})`))).toBe(
      denied,
    );
    expect(await answerTo(scene.app.query(`COPY ${table} (${column}) FROM STDIN`))).toBe(denied);
    const merge = `MERGE INTO ${table} t USING (SELECT 1) x ON false WHEN NOT MATCHED THEN INSERT (${column}) VALUES (${value})`;
    expect(await answerTo(scene.app.query(merge))).toBe(denied);
  });
});

describe('The application cannot touch the law', () => {
  it.each([
    [`SET session_replication_role = replica`],
    [`ALTER TABLE outbox DISABLE TRIGGER ALL`],
    [`ALTER TABLE outbox DISABLE TRIGGER law_outbox`],
    [`DROP TRIGGER law_message ON messages`],
    [
      `CREATE TRIGGER zz_mine BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    ],
    [`CREATE RULE mine AS ON INSERT TO declines DO INSTEAD NOTHING`],
    [`CREATE POLICY mine ON declines USING (false)`],
    [`ALTER TABLE declines ENABLE ROW LEVEL SECURITY`],
    [`ALTER TABLE messages DROP CONSTRAINT messages_composed_are_human`],
    [`DROP INDEX outbox_one_on_its_way`],
    [`CREATE INDEX mine ON outbox (state)`],
    [`CREATE TEMP TABLE child () INHERITS (outbox)`],
    [`ALTER TABLE outbox OWNER TO CURRENT_USER`],
    [`CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'`],
    [`ALTER FUNCTION law.on_message() RESET search_path`],
    [`ALTER FUNCTION law.on_message() SECURITY INVOKER`],
    [`DROP FUNCTION law.on_message() CASCADE`],
    [`ALTER SCHEMA law RENAME TO lawless`],
    [`CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
    [`CREATE TABLE public.mine ()`],
    [`CREATE TABLE law.mine ()`],
    [`CREATE SCHEMA mine`],
    [`CREATE EXTENSION dblink`],
    [`SET ROLE earshot_owner`],
    [`SET ROLE postgres`],
    [`SET SESSION AUTHORIZATION earshot_owner`],
    [`GRANT earshot_owner TO CURRENT_USER`],
    [`ALTER ROLE earshot_owner PASSWORD 'mine'`],
    [`CREATE ROLE mine`],
    [`ALTER SYSTEM SET session_replication_role = replica`],
    [`SELECT pg_read_file('PG_VERSION')`],
    [`SELECT lo_import('/etc/passwd')`],
    [`COPY messages TO '/tmp/mine'`],
    [`COPY messages (id) FROM PROGRAM 'true'`],
    [`SELECT setval('fact_seq', 1)`],
    [`DO $$ BEGIN LOCK TABLE standing IN ROW EXCLUSIVE MODE; END $$`],
    [`SELECT FROM standing FOR UPDATE`],
    [`SELECT FROM doors FOR SHARE`],
    [`SELECT * FROM law.secret`],
    [`SELECT * FROM law.watched`],
    [`SELECT * FROM law.applied`],
  ])('%s', async (sql) => {
    expect(await answerTo(scene.app.query(sql))).toBe(denied);
  });

  it('it gives nothing away: what it may not do itself, nobody gets from it', async () => {
    await scene.app.query('GRANT ALL ON outbox, standing, messages TO PUBLIC');
    const asked = await scene.owner.query(
      `SELECT FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = 'public'::regnamespace AND a.grantee = 0`,
    );
    expect(asked.rowCount).toBe(0);
  });

  it('it cannot keep a message half sent: prepared transactions are off', async () => {
    await scene.app.query('BEGIN');
    expect(await answerTo(scene.app.query(`PREPARE TRANSACTION 'mine'`))).toBe('55000');
    await scene.app.query('ROLLBACK');
  });

  it('it calls what the law offers, and nothing else of the law', async () => {
    const asked = await scene.app.query<{ name: string }>(
      `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'law'::regnamespace AND has_function_privilege(p.oid, 'EXECUTE') ORDER BY 1`,
    );
    const offered = `
      applied_hash changed_since clock colleagues_to_judge compare_standings differing_standings
      doors_of_mail ended forget_changes hand_over_all in_conversation in_debt judge_again
      let_copies_go_uncertain lift_opt_out lift_rest lift_suppression link_referral marks
      merge_contacts name_parent name_successor quiet_organizations remove_sample retire_address retract
      standing_differs suppress_address suppress_domain suppressed verdict whole withdraw
    `;
    expect(asked.rows.map(({ name }) => name)).toEqual(offered.trim().split(/\s+/));
  });

  it('it does not reach the past, which the law keeps for its own judgement', async () => {
    for (const asked of ['* FROM past.messages()', 'past.clock()'])
      expect(await answerTo(scene.app.query(`SELECT ${asked}`))).toBe(denied);
  });

  it('it cannot hang a function of the law on a table of its own', async () => {
    const columns = 'id uuid, owner_id uuid, organization_id uuid, name_key text';
    await scene.app.query(`CREATE TEMP TABLE arrivals (${columns})`);
    const hang = `CREATE TRIGGER mine AFTER INSERT ON arrivals REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION law.on_contact()`;
    expect(await answerTo(scene.app.query(hang))).toBe(denied);
    await scene.app.query('DROP TABLE arrivals');
  });

  it('after all of this the law is whole and every standing is what the history adds up to', async () => {
    const asked = await scene.app.query(
      'SELECT law.whole() UNION ALL SELECT law.differing_standings(9)::text',
    );
    expect(asked.rows).toEqual([]);
  });
});
