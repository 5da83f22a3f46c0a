import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stopLeftover } from '@/bin/boot/cluster.js';
import { freePort, lives, until } from '@/bin/boot/processes.js';
import { root } from '@/bin/boot/root.js';

// What a terminal shows: `npm start` without a browser, on the build for tests.

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly complained: () => string;
  readonly ended: Promise<number | null>;
}

test.setTimeout(180_000);

let data: string;
let port: number;
let runs: Run[] = [];

test.beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'earshot-start-'));
  chmodSync(data, 0o711);
  port = await freePort();
  runs = [];
});

test.afterEach(async () => {
  for (const { child, ended } of runs) {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
  }
  await stopLeftover(join(data, 'postgres'));
  rmSync(data, { recursive: true, force: true });
});

function start(more: Record<string, string> = {}): Run {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), EARSHOT_DATA: data, ...more };
  const script = join(root, 'tests/support/start-on-test-build.js');
  // In a group of its own, as a terminal runs it.
  const child = spawn(process.execPath, [script], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const ended = new Promise<number | null>((answer) => child.once('exit', answer));
  const run = { child, said: () => said, complained: () => complained, ended };
  runs.push(run);
  return run;
}

async function ready(run: Run): Promise<string> {
  await until(() => /^Open:/m.test(run.said()) || run.child.exitCode !== null, 60_000);
  expect(run.complained()).toBe('');
  const link = await until(() => /\S+\/setup\?key=\S+/.exec(run.said())?.[0], 2_000);
  return link ?? '';
}

// Everything that has this data folder on its command line or in its environment.
function leftOver(): string {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args', 'ewww'], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(data) && !line.includes('ps -eo'))
    .join('\n');
}

async function healthIs(ok: boolean, milliseconds: number): Promise<boolean> {
  const asked = async () => {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`);
      return answer.ok === ok;
    } catch {
      return !ok;
    }
  };
  return Boolean(await until(asked, milliseconds, 100));
}

test('a start says what it does, ends with the set-up link, and Ctrl-C ends all of it', async () => {
  const run = start();
  const link = await ready(run);
  expect(run.said()).toMatch(/database: +PostgreSQL 18\.\d/);
  expect(run.said()).toMatch(/schema: +brought up to \d{14}_/);
  expect(run.said()).toMatch(/law: +applied/);
  expect(link).toMatch(new RegExp(`^http://localhost:${port}/setup\\?key=[\\w-]{32,}$`));
  const key = link.split('key=')[1] ?? '';
  const open = await fetch(`http://127.0.0.1:${port}/setup?key=${key}`);
  expect(open.status).toBe(200);

  for (const name of readdirSync(join(data, 'secrets'))) {
    expect(statSync(join(data, 'secrets', name)).mode & 0o777).toBe(0o600);
    expect(run.said()).not.toContain(readFileSync(join(data, 'secrets', name), 'utf8'));
  }

  process.kill(-(run.child.pid ?? 0), 'SIGINT');
  expect(await run.ended).toBe(0);
  expect(run.complained()).toBe('');
  expect(leftOver()).toBe('');
});

test('a second start changes nothing but the set-up link', async () => {
  const first = start();
  const before = await ready(first);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);

  const second = start();
  const after = await ready(second);
  expect(second.said()).toMatch(/schema: +up to date/);
  expect(second.said()).toMatch(/law: +in force/);
  expect(after).not.toBe(before);
});

test('a killed supervisor takes web and worker along, and the next start stops the database it left', async () => {
  const killed = start();
  await ready(killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const left = await until(() => /next-server|dist\/worker/.test(leftOver()) === false, 5_000);
  expect(left).toBe(true);
  expect(leftOver()).toMatch(/postgres/);

  const next = start();
  await ready(next);
  expect(next.said()).toMatch(/killed Earshot had left running/);
});

test('a part that crashes is reported and started again', async () => {
  const run = start();
  await ready(run);
  const worker = Number(leftOver().match(/(\d+) .*dist\/worker\.js/)?.[1]);
  process.kill(worker, 'SIGKILL');
  expect(
    await until(
      () => run.complained().includes('worker stopped (SIGKILL); starting it again in 1 s.'),
      5_000,
    ),
  ).toBe(true);

  const postmaster = Number(
    readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  );
  process.kill(postmaster, 'SIGKILL');
  expect(await until(() => !lives(postmaster), 2_000)).toBe(true);
  expect(await healthIs(false, 5_000)).toBe(true);
  expect(await healthIs(true, 30_000)).toBe(true);
  expect(run.complained()).toContain('database stopped (SIGKILL)');
});

test('what cannot start says so in one line', async () => {
  const refused = async (more: Record<string, string>) => {
    const run = start(more);
    expect(await run.ended).toBe(1);
    return run.complained().trim();
  };
  expect(await refused({ PORT: 'http' })).toBe('PORT must be a number from 1 to 65535, not "http".');
  expect(await refused({ DATABASE_URL: `postgres://ana:sesame@127.0.0.1:${port}/earshot` })).toBe(
    `The database at 127.0.0.1:${port}/earshot cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`,
  );
  writeFileSync(join(data, 'file'), '');
  expect(await refused({ EARSHOT_DATA: join(data, 'file') })).toMatch(
    /^The data folder \S+ cannot be written to: .*\.$/,
  );

  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(port, listening));
  expect(await refused({})).toBe(
    `Port ${port} is taken, or you may not use it. Choose another one, for example: PORT=${port + 1} npm start`,
  );
  await new Promise((closed) => taken.close(closed));

  await ready(start());
  expect(await refused({ PORT: String(await freePort()) })).toMatch(
    /^Earshot already runs with the data in \S+ \(process \d+\)\. Stop it first\.$/,
  );
});
