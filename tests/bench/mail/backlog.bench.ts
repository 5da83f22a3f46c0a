import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { bundle } from '@/bin/boot/build.js';
import { until } from '@/bin/boot/processes.js';
import { root } from '@/bin/boot/root.js';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { openReader, type Reader } from '@/lib/mail/reading/reader';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { report } from '@/tests/bench/law/people';
import { poolAs } from '@/tests/support/database';
import { signIn } from '@/tests/support/mail/imap-server';
import { written } from '@/tests/support/mail/letters';
import { aMailbox, anAddress, earsOn, held, readEverything } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';
import { mailbox } from './mailbox';

const people = 200;
const kept: { user?: Writer; reader?: Reader } = {};
const contacts: string[] = [];

beforeAll(async () => {
  await bundle();
  kept.reader = openReader({ thread: pathToFileURL(join(root, 'dist/mail-thread.js')), threads: 2 });
  kept.user = await aMember();
  for (let n = 0; n < people; n += 1) {
    contacts.push(await aContact({ name: `Person ${n}` }));
    await anAddress(contacts[n] ?? '', `p${n}@known.example`);
  }
}, 300_000);

afterAll(() => kept.reader?.close());

const read = (bytes: Uint8Array) => kept.reader?.read(bytes).catch(() => null) ?? Promise.resolve(null);

/** Everything fetched and thrown away, in runs as long as ours. */
async function bareFetch(port: number): Promise<number> {
  const from = performance.now();
  const session = await signIn(port, 60_000);
  await session.open('INBOX');
  const uids = await session.present();
  for (let at = 0; at < uids.length; at += 100) {
    for await (const mail of session.sources(uids.slice(at, at + 100)))
      if (mail.bytes.length === 0) throw new Error();
  }
  session.close();
  return performance.now() - from;
}

async function ourRead(port: number): Promise<{ ms: number; mostMb: number }> {
  if (!kept.user) throw new Error('Nobody is there.');
  const id = await aMailbox(kept.user, { email: `b${port}@atelier.example` });
  globalThis.gc?.();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 20);
  const from = performance.now();
  await readEverything({ ...earsOn(() => signIn(port, 60_000)), read }, await held(id));
  clearInterval(watch);
  const ms = performance.now() - from;
  await poolAs('owner').query(
    'UPDATE mailboxes SET closed_at = now(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL',
  );
  await poolAs('owner').query(`TRUNCATE messages, threads, raw_mails, sightings CASCADE`);
  return { ms, mostMb: most / 1024 / 1024 };
}

test('a backlog, against fetching it and throwing it away', async () => {
  const heaps: number[] = [];
  for (const [mails, share] of [
    [1_000, 10],
    [1_000, 100],
    [10_000, 10],
  ] as const) {
    const server = await mailbox({ mails, share, people });
    const bare = await bareFetch(server.port);
    const ours = await ourRead(server.port);
    await server.stop();
    const what = `backlog of ${mails}, ${share} % with contacts`;
    process.stdout.write(`${what}: bare ${Math.round(bare)} ms, ours ${Math.round(ours.ms)} ms\n`);
    report(`${what}, against a bare fetch`, (bare / ours.ms) * 100, 50, ' %');
    heaps.push(ours.mostMb);
  }
  // Of 10,000 and of 1,000 with as many contacts: one and the same.
  report('heap for 1,000 against 10,000', ((heaps[0] ?? 0) / (heaps[2] ?? 1)) * 100, 70, ' %');
});

test('from the mailbox to the standing', async () => {
  if (!kept.user) throw new Error('Nobody is there.');
  const server = await mailbox({ mails: 0, share: 0, people });
  await aMailbox(kept.user, { email: 'ana@atelier.example' });
  const ending = new AbortController();
  const done = keepListening({ ...earsOn(() => signIn(server.port, 60_000)), read }, 'bench', ending.signal);
  await until(
    async () =>
      (await rows('SELECT FROM mailboxes WHERE closed_at IS NULL AND read_to_end_at IS NOT NULL')).length > 0,
    60_000,
  );
  const took: number[] = [];
  for (const [n, contact] of contacts.slice(0, 60).entries()) {
    const from = performance.now();
    server.deliver(written({ id: `now${n}@known.example`, from: `p${n}@known.example`, date: new Date() }));
    await until(async () => (await standingOf(contact)).unheard === 1, 30_000, 5);
    took.push(performance.now() - from);
  }
  ending.abort();
  await done;
  await server.stop();
  took.sort((a, b) => a - b);
  const p95 = took[Math.floor(took.length * 0.95)] ?? Infinity;
  process.stdout.write(
    `from the mailbox to the standing: p50 ${Math.round(took[30] ?? 0)} ms, p95 ${Math.round(p95)} ms\n`,
  );
  report('2,000 ms against that at p95', 2_000 / p95, 1);
});
