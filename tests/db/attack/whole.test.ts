import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/tests/support/database';
import { aScene } from './scene';
import { somebody } from './stage';

const scene = aScene();
const kept: { superuser?: Client } = {};

// What is broken here is rolled back: each test breaks a whole law, in one transaction of the superuser.
beforeEach(async () => {
  kept.superuser = new Client({ connectionString: database().superuser });
  await kept.superuser.connect();
  await kept.superuser.query('BEGIN');
});
afterEach(async () => {
  await kept.superuser?.query('ROLLBACK');
  await kept.superuser?.end();
});

async function faults(): Promise<string[]> {
  const found = await kept.superuser?.query<{ fault: string }>(
    'SELECT fault FROM law.whole() fault ORDER BY 1',
  );
  return found?.rows.map(({ fault }) => fault) ?? [];
}

describe('The law says what is wrong with it', () => {
  it('nothing, as it is applied, as the application asks it', async () => {
    expect(await faults()).toEqual([]);
    expect((await scene.app.query('SELECT law.whole()')).rows).toEqual([]);
  });

  it.each([
    [
      'a trigger dropped',
      'DROP TRIGGER law_message ON messages',
      'trigger law_message on messages is missing or not ALWAYS',
    ],
    [
      'a trigger disabled',
      'ALTER TABLE declines DISABLE TRIGGER law_closer',
      'trigger law_closer on declines is missing or not ALWAYS',
    ],
    [
      'a trigger not ALWAYS',
      'ALTER TABLE hearings ENABLE TRIGGER law_heard',
      'trigger law_heard on hearings is missing or not ALWAYS',
    ],
    [
      'a trigger that looks away',
      `DROP TRIGGER law_message ON messages; CREATE TRIGGER law_message BEFORE INSERT ON messages FOR EACH ROW WHEN (false) EXECUTE FUNCTION law.on_message(); ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message`,
      'trigger law_message on messages is not as it was applied',
    ],
    [
      'a trigger of somebody else',
      'CREATE TRIGGER zz BEFORE INSERT ON declines FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      'trigger zz on declines is not of the law',
    ],
    [
      'a foreign key switched off',
      'ALTER TABLE hearings DISABLE TRIGGER ALL',
      'a foreign key of hearings is not enforced',
    ],
    [
      'a rule',
      'CREATE RULE quiet AS ON INSERT TO declines DO INSTEAD NOTHING',
      'rule quiet on declines is not of the law',
    ],
    ['an heir', 'CREATE TABLE more () INHERITS (outbox)', 'more inherits from outbox'],
    ['row security', 'ALTER TABLE declines ENABLE ROW LEVEL SECURITY', 'row security hides rows of declines'],
    [
      'a function replaced',
      `CREATE OR REPLACE FUNCTION law.decline_in_force(d declines) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false'`,
      'function decline_in_force(d declines) is not as it was applied',
    ],
    [
      'another clock',
      `CREATE OR REPLACE FUNCTION law.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT now() + interval '99 years' $$`,
      'function clock() is not as it was applied',
    ],
    [
      'a function without its path',
      'ALTER FUNCTION law.on_message() RESET search_path',
      'function on_message has no fixed search_path',
    ],
    [
      'a function of the caller',
      'ALTER FUNCTION law.lift_rest(uuid, uuid) SECURITY INVOKER',
      'function lift_rest(p_rest uuid, p_by uuid) is not as it was applied',
    ],
    [
      'a function of another owner',
      'ALTER FUNCTION law.on_message() OWNER TO postgres',
      'function on_message() is not as it was applied',
    ],
    [
      'a function dropped',
      'DROP FUNCTION law.quiet_organizations()',
      'function quiet_organizations() is not as it was applied',
    ],
    [
      'a function added',
      `CREATE FUNCTION law.forget(uuid) RETURNS void LANGUAGE sql AS 'DELETE FROM public.declines WHERE contact_id = $1'`,
      'function forget(uuid) is not of the law',
    ],
    [
      'the index of one message on its way dropped',
      'DROP INDEX outbox_one_on_its_way',
      'outbox_one_on_its_way is missing or not valid',
    ],
    [
      'a check dropped',
      'ALTER TABLE messages DROP CONSTRAINT messages_composed_are_human',
      'messages_composed_are_human is missing or not valid',
    ],
    [
      'a check made again without looking',
      `ALTER TABLE hearings DROP CONSTRAINT hearings_scope; ALTER TABLE hearings ADD CONSTRAINT hearings_scope CHECK (true) NOT VALID`,
      'hearings_scope is missing or not valid',
    ],
    [
      'a right to delete',
      'GRANT DELETE ON messages TO earshot_app',
      'earshot_app may delete messages, which the law did not give',
    ],
    [
      'a right to one column',
      'GRANT UPDATE (turn) ON standing TO earshot_app',
      'earshot_app may update standing.turn, which the law did not give',
    ],
    [
      'a right for everybody',
      'GRANT TRUNCATE ON opt_outs TO PUBLIC',
      'everybody may truncate opt_outs, which the law did not give',
    ],
    [
      'a right to the key',
      'GRANT SELECT ON law.secret TO earshot_app',
      'earshot_app may select secret, which the law did not give',
    ],
    [
      'a right to call',
      'GRANT EXECUTE ON FUNCTION law.stand(uuid) TO earshot_app',
      'earshot_app may execute stand(p_contact uuid), which the law did not give',
    ],
    [
      'a right to build',
      'GRANT CREATE ON SCHEMA public TO earshot_app',
      'earshot_app may create public, which the law did not give',
    ],
    [
      'an application that is the owner',
      'GRANT earshot_owner TO earshot_web',
      'earshot_web may act as the owner of the tables',
    ],
    ['no key', 'DELETE FROM law.secret', 'the key of the doors is missing'],
    ['no policy', 'DELETE FROM policy', 'the policy is missing'],
    ['no digest', 'DELETE FROM law.digest', 'nobody knows how the law was applied'],
    ['nothing watched', 'DELETE FROM law.watched', 'no trigger is watched'],
  ])('%s', async (_, sabotage, fault) => {
    await kept.superuser?.query(sabotage);
    expect(await faults()).toContain(fault);
  });

  it('a key that fits no door', async () => {
    await somebody(scene.app);
    await kept.superuser?.query(`UPDATE law.secret SET inner_pad = sha256(inner_pad)`);
    expect(await faults()).toContain('the key of the doors fits no door');
  });

  it('an order of recording that was not restored', async () => {
    const ana = await somebody(scene.app);
    await scene.app.query('SELECT law.retire_address($1, $2)', [ana.email.address, scene.team.member]);
    await kept.superuser?.query('ALTER SEQUENCE fact_seq RESTART');
    expect(await faults()).toContain('the order of recording is behind what was recorded');
  });

  it('and it knows every check and every unique index that the tables of the law have', async () => {
    const found = await kept.superuser?.query<{ name: string }>(
      `SELECT k.conname AS name FROM pg_constraint k WHERE k.connamespace = 'public'::regnamespace AND k.contype = 'c' AND k.conname <> 'installation_one_row'
       UNION SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
         WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND NOT i.indisprimary
           AND c.relname IN ('addresses', 'contacts', 'messages', 'suppressions', 'outbox', 'hearings', 'declines', 'opt_outs', 'rests', 'endings')
       EXCEPT SELECT name FROM law.needed`,
    );
    expect(found?.rows).toEqual([]);
  });
});
