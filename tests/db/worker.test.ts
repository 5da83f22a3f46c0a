import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '@/bin/boot/build.js';
import { lives, until } from '@/bin/boot/processes.js';
import { root } from '@/bin/boot/root.js';
import { health } from '@/lib/db/health';
import { poolAs } from '@/tests/support/database';
import { aContact } from '@/tests/support/talk';

let worker: ChildProcess;
let said = '';

beforeAll(async () => {
  await bundle();
  worker = spawn(process.execPath, [join(root, 'dist/worker.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
  worker.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
}, 60_000);

afterAll(() => worker.kill('SIGKILL'));

const owner = () => poolAs('owner');
const becomes = (state: string) => until(async () => (await health()).worker === state, 15_000, 100);

it('is down until it has been heard', async () => {
  await owner().query('delete from heartbeats');
  await owner().query(`insert into heartbeats (part, at) values ('worker', now() - interval '31 seconds')`);
  expect((await health()).worker).toBe('down');
  expect(await becomes('up')).toBe(true);
  expect(await health()).toEqual({ ok: true, database: 'up', worker: 'up' });
});

it('stops working while the law is not whole, says so once, and goes on when it is', async () => {
  const { rows } = await owner().query<{ name: string; at: string }>(
    'select trigger_name as name, table_name as at from law.watched limit 1',
  );
  await owner().query(`alter table ${rows[0]?.at} disable trigger ${rows[0]?.name}`);
  expect(await becomes('law_not_whole')).toBe(true);
  expect((await health()).ok).toBe(false);
  await owner().query(`alter table ${rows[0]?.at} enable always trigger ${rows[0]?.name}`);
  expect(await becomes('up')).toBe(true);
  const events = () =>
    said
      .trim()
      .split('\n')
      .map((line) => /"event":"(law_\w+)"/.exec(line)?.[1])
      .filter((event) => event !== undefined);
  expect(await until(() => events().length > 1, 5_000)).toBe(true);
  expect(events()).toEqual(['law_not_whole', 'law_whole_again']);
});

it('examines everything once a night, also when two of them run, and says what is wrong', async () => {
  const contact = await aContact();
  await owner().query('update standing set unanswered = 7 where contact_id = $1', [contact]);
  await owner().query(`delete from events where verb = 'examination_made'`);
  await owner().query(`update installation set created_at = now() - interval '2 days'`);
  // Each looks once a minute, and first when it starts.
  const others = [0, 1].map(() =>
    spawn(process.execPath, [join(root, 'dist/worker.js')], { stdio: 'ignore' }),
  );
  const made = async () =>
    (
      await owner().query<{ codes: { differing: number; contacts: string[] } }>(
        `select codes from events where verb = 'examination_made'`,
      )
    ).rows;
  expect(await until(async () => (await made()).length > 0, 15_000, 100)).toBe(true);
  for (const other of others) other.kill('SIGTERM');
  // One that had not begun yet is ended by the signal itself.
  const ended = () => others.map(({ exitCode, signalCode }) => exitCode ?? signalCode);
  expect(await until(() => ended().every((how) => how === 0 || how === 'SIGTERM'), 10_000)).toBe(true);
  expect((await made()).map(({ codes }) => codes)).toEqual([
    expect.objectContaining({ differing: 1, faults: 0, contacts: [contact] }),
  ]);
});

it('ends when it is asked to, whatever it is doing', async () => {
  worker.kill('SIGTERM');
  expect(await until(() => worker.exitCode === 0, 5_000)).toBe(true);
  expect(lives(worker.pid ?? 0)).toBe(false);
});
