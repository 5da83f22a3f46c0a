import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { bundle } from '@/bin/boot/build.js';
import { until } from '@/bin/boot/processes.js';
import { root } from '@/bin/boot/root.js';
import { rows } from '@/lib/db/pool';
import { openReader, type Reader } from '@/lib/mail/reading/reader';
import type { ReadAndSuggested, SuggestAbout } from '@/lib/sync/listening/listener';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { report } from '@/tests/bench/law/people';
import { type DovecotServer, findDovecot, startDovecot } from '@/tests/support/mail/dovecot-server';
import { signIn } from '@/tests/support/mail/imap-server';
import { aMailbox, anAddress, earsOn } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';
import { deliver, fillMaildir } from './maildir';
import { mailOf } from './mails';

const program = findDovecot();

const replies = 120;
const kept: { server?: DovecotServer; reader?: Reader<ReadAndSuggested, SuggestAbout> } = {};
const contacts: string[] = [];

beforeAll(async () => {
  if (!program) return;
  await bundle();
  kept.reader = openReader({ thread: pathToFileURL(join(root, 'dist/mail-thread.js')), threads: 2 });
  kept.server = await startDovecot(program);
  for (let n = 0; n < replies; n += 1) {
    contacts.push(await aContact({ name: `Person ${n}` }));
    await anAddress(contacts[n] ?? '', `p${n}@known.example`);
  }
}, 300_000);

afterAll(async () => {
  await kept.reader?.close();
  await kept.server?.stop();
});

test.skipIf(!program)('from the mailbox to the standing', async () => {
  const { server, reader } = kept;
  if (!server || !reader) throw new Error('Nobody is there.');
  // It holds a thousand mails already, as mailboxes do.
  const filling = {
    mails: 1_000,
    share: 0,
    people: replies,
    from: new Date(Date.UTC(2024, 0, 1)),
    every: 60,
    name: 'then',
  };
  fillMaildir(server.maildir('ana'), filling.mails, (n) => mailOf(filling, n));
  await aMailbox(await aMember(), { email: 'ana@atelier.example' });
  const ending = new AbortController();
  const ears = earsOn(() => signIn(server.port, 60_000), {
    read: (bytes, about) => reader.read(bytes, about).catch(() => null),
  });
  const done = keepListening(ears, 'bench', ending.signal);
  const isRead = async () =>
    (await rows('SELECT FROM mailboxes WHERE closed_at IS NULL AND read_to_end_at IS NOT NULL')).length > 0;
  if (!(await until(isRead, 120_000, 200))) throw new Error('The mailbox was not read.');
  const took: number[] = [];
  for (const [n, contact] of contacts.entries()) {
    const from = performance.now();
    deliver(server.maildir('ana'), {
      at: new Date(),
      raw: mailOf({ ...filling, share: 100, from: new Date(), name: `now${n}` }, n).raw,
    });
    const moved = await until(async () => (await standingOf(contact)).unheard === 1, 30_000, 10);
    took.push(moved ? performance.now() - from : Infinity);
  }
  ending.abort();
  await done;
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.floor(took.length * part)] ?? Infinity;
  process.stdout.write(
    `${replies} replies, from the mailbox to the standing: p50 ${Math.round(at(0.5))} ms, p95 ${Math.round(at(0.95))} ms, longest ${Math.round(at(0.999))} ms\n`,
  );
  report('2,000 ms against that at p95', 2_000 / at(0.95), 1);
});
