import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '@/bin/boot/root.js';
import { database, poolAs } from '@/tests/support/database';
import { aContact } from '@/tests/support/talk';

let data: string;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'earshot-doctor-'));
});

afterAll(() => rmSync(data, { recursive: true }));

function earshot(args: string[], url = database().owner): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, EARSHOT_DATA: data, DATABASE_URL: url };
  const child = spawn(process.execPath, [join(root, 'bin/earshot'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  return new Promise((answer) => child.once('close', (code) => answer({ code, said })));
}

it('finds nothing wrong with what was just made, and says what is weak and what to do', async () => {
  const { code, said } = await earshot(['doctor']);
  expect(said).toMatch(/^database: +PostgreSQL \d+\.\d+ at 127\.0\.0\.1:\d+\/\w+, yours \(DATABASE_URL\)$/m);
  expect(said).toMatch(/^schema: +up to date, \d{14}_\w+$/m);
  expect(said).toMatch(/^law: +whole, \d+ files$/m);
  expect(said).toMatch(/^indexes: +all there$/m);
  expect(said).toMatch(/^standing: +equals the history of every contact \(0\)$/m);
  expect(said).toMatch(/^roles: +WEAK: one role owns the tables.*\n +to do: .*CREATEROLE/m);
  expect(said).toMatch(/^owners: +WEAK: nobody owns this Earshot yet\n +to do: .*owner create$/m);
  expect(said).toMatch(/^verdict: +nothing is wrong$/m);
  expect(code).toBe(0);
});

it('says that the pages sign in as somebody who owns nothing, where the owner may make roles', async () => {
  expect((await earshot(['migrate'], database().superuser)).code).toBe(0);
  const { said } = await earshot(['doctor'], database().superuser);
  expect(said).toMatch(/^roles: +the pages sign in as earshot_app_[0-9a-f]{8}, who owns nothing$/m);
});

it('finds a hole in the law, which migrate mends', async () => {
  const { rows } = await poolAs('owner').query<{ name: string; at: string }>(
    'select trigger_name as name, table_name as at from law.watched limit 1',
  );
  await poolAs('owner').query(`alter table ${rows[0]?.at} disable trigger ${rows[0]?.name}`);
  const found = await earshot(['doctor']);
  expect(found.said).toMatch(/^law: +WRONG: not whole: trigger .*\n +to do: bin\/earshot migrate$/m);
  expect(found.code).toBe(1);
  expect((await earshot(['migrate'])).said).toMatch(/The law was not whole and was applied again: trigger/);
  expect((await earshot(['doctor'])).code).toBe(0);
});

it('says in which columns a standing is not what history says, and computes it again when asked to', async () => {
  const contact = await aContact();
  await poolAs('owner').query(
    `update standing set unanswered = 7, turn = 'theirs', name_key = 'mallory' where contact_id = $1`,
    [contact],
  );
  const found = await earshot(['doctor']);
  expect(found.said).toMatch(
    new RegExp(
      `^differing: +${contact}: name_key is another name; turn is theirs, should be nobody; unanswered is 7, should be 0$`,
      'm',
    ),
  );
  expect(found.said).not.toMatch(/mallory|ana beltrán/i);
  expect(found.said).toMatch(/^standing: +WRONG: differs from history for 1 contact of 1$/m);
  expect(found.code).toBe(1);
  expect((await earshot(['doctor', '--mend'])).said).toMatch(/^standing: +computed again for 1 contact$/m);
  expect((await earshot(['doctor'])).code).toBe(0);
});

it('names the first that differ, says how many more there are, and finds who has no standing at all', async () => {
  const people = await Promise.all(Array.from({ length: 24 }, () => aContact()));
  await poolAs('owner').query('update standing set unheard = 2 where contact_id = any ($1)', [people]);
  await poolAs('superuser').query('delete from standing where contact_id = $1', [people.sort()[0]]);
  const found = await earshot(['doctor']);
  expect(found.said).toMatch(new RegExp(`${people[0]}: has no standing$`, 'm'));
  expect(found.said.match(/unheard is 2, should be 0/g)).toHaveLength(19);
  expect(found.said).toMatch(/^ +and 4 contacts more$/m);
  expect(found.said).toMatch(/^standing: +WRONG: differs from history for 24 contacts of 25$/m);
  expect((await earshot(['doctor', '--mend'])).code).toBe(0);
  expect((await earshot(['doctor'])).said).toMatch(
    /^standing: +equals the history of every contact \(25\)$/m,
  );
});

it('leaves a note of what it found, which a later examination that finds nothing replaces', async () => {
  const contact = await aContact();
  await poolAs('owner').query('update standing set unanswered = 7 where contact_id = $1', [contact]);
  await earshot(['doctor']);
  const note = () =>
    poolAs('owner').query<{ codes: object }>(
      `select codes from events where verb = 'examination_made' order by recorded_seq desc limit 1`,
    );
  expect((await note()).rows[0]?.codes).toEqual({
    compared: 26,
    differing: 1,
    faults: 0,
    contacts: [contact],
  });
  await earshot(['doctor', '--mend']);
  expect((await note()).rows[0]?.codes).toEqual({ compared: 26, differing: 0, faults: 0, contacts: [] });
});

it('finds an index that is missing', async () => {
  await poolAs('owner').query('drop index standing_promised');
  const { said, code } = await earshot(['doctor']);
  expect(said).toMatch(/^indexes: +WRONG: missing or not valid: standing_promised\n +to do: /m);
  expect(code).toBe(1);
});
