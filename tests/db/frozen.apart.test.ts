import { afterAll, expect, it } from 'vitest';
import { until } from '@/bin/boot/processes.js';
import { GET } from '@/app/api/health/route';
import { beat } from '@/lib/db/heartbeat';
import { closePool } from '@/lib/db/pool';
import { database } from '@/tests/support/database';
import { Line } from '@/tests/support/mail/imap-server';

// What the application knows as its database is a line to it that can freeze.
const address = new URL(database().app);
const line = await Line.to(Number(address.port));
address.port = String(line.port);
process.env['EARSHOT_APP_DATABASE_URL'] = address.href;

afterAll(async () => {
  line.frozen = false;
  await line.stop();
  await closePool();
});

async function asked() {
  const from = performance.now();
  const response = await GET();
  const said: unknown = await response.json();
  return { status: response.status, said, took: performance.now() - from };
}

it('P8: a frozen database shows in /api/health in three seconds, however often it is asked, and that it thawed too', async () => {
  await beat('worker', null);
  expect(await asked()).toMatchObject({ status: 200, said: { ok: true, database: 'up', worker: 'up' } });
  line.frozen = true;
  for (const one of await Promise.all(Array.from({ length: 15 }, asked))) {
    expect(one).toMatchObject({ status: 503, said: { ok: false, database: 'down', mailboxes: null } });
    expect(one.took).toBeLessThan(6_000);
  }
  line.frozen = false;
  // A connection that was being made is given up after ten seconds.
  expect(await until(async () => (await asked()).status === 200, 15_000, 250)).toBe(true);
}, 60_000);
