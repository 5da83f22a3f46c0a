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
  expect(said).toMatch(/^standing: +equals the history of every contact$/m);
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

it('finds a standing that is not what history says, and computes it again when asked to', async () => {
  const contact = await aContact();
  await poolAs('owner').query('update standing set unanswered = 7 where contact_id = $1', [contact]);
  const found = await earshot(['doctor']);
  expect(found.said).toMatch(
    new RegExp(`^standing: +WRONG: differs from history for 1 contacts, first ${contact}`, 'm'),
  );
  expect(found.code).toBe(1);
  expect((await earshot(['doctor', '--mend'])).said).toMatch(/^standing: +computed again for 1 contacts$/m);
  expect((await earshot(['doctor'])).code).toBe(0);
});
