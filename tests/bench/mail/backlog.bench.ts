import { afterAll, beforeAll, test } from 'vitest';
import { bundle } from '@/bin/boot/build.js';
import type { Writer } from '@/lib/auth/actor';
import { report } from '@/tests/bench/law/people';
import { type DovecotServer, findDovecot, startDovecot } from '@/tests/support/mail/dovecot-server';
import { poolAs } from '@/tests/support/database';
import { aMailbox, anAddress, held, sightingsOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact } from '@/tests/support/talk';
import { fillMaildir } from './maildir';
import { type Filling, mailOf } from './mails';
import { prepareApart, type Read, readApart } from './reading';

const program = findDovecot();

const people = 200;
const kept: { user?: Writer; server?: DovecotServer } = {};
let boxes = 0;

beforeAll(async () => {
  if (!program) return;
  await bundle();
  await prepareApart();
  kept.server = await startDovecot(program);
  kept.user = await aMember();
  for (let n = 0; n < people; n += 1)
    await anAddress(await aContact({ name: `Person ${n}` }), `p${n}@known.example`);
}, 300_000);

afterAll(() => kept.server?.stop(), 300_000);

interface Measured {
  readonly bare: Read;
  readonly ours: Read;
  readonly seen: Record<string, number>;
}

const day = 24 * 3_600_000;

/** A mailbox with so much in it, connected after that came, or `waiting`: listened to before anything came. */
async function measure(
  filling: Pick<Filling, 'mails' | 'share' | 'small' | 'files'>,
  { waiting = false } = {},
): Promise<Measured> {
  const { user, server } = kept;
  if (!user || !server) throw new Error('Nobody is there.');
  const login = `ana${(boxes += 1)}`;
  const from = waiting ? new Date(Date.now() - 3 * day) : new Date(Date.UTC(2024, 0, 1));
  const whole = { ...filling, from, every: waiting ? 25 : 60, people, name: login };
  const connected = waiting ? new Date(Date.now() - 10 * day) : new Date();
  const mailboxId = await aMailbox(user, { email: `${login}@atelier.example`, connected });
  await held(mailboxId, 'bench');
  const at = { port: server.port, login, mailboxId };
  if (waiting) await readApart('ours', at);
  fillMaildir(server.maildir(login), filling.mails, (n) => mailOf(whole, n));
  // Before either: what the server has to read from its disk it has read then. Both begin as programs that have just started.
  await readApart('bare', at);
  const bare = await readApart('bare', at);
  const ours = await readApart('ours', at);
  const seen = await sightingsOf(mailboxId);
  const all = Object.values(seen).reduce((sum, n) => sum + n, 0);
  if (all !== filling.mails) throw new Error(`${all} of ${filling.mails} mails were seen.`);
  await poolAs('owner').query(
    'UPDATE mailboxes SET closed_at = now(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL',
  );
  await poolAs('owner').query(`TRUNCATE messages, threads, raw_mails, sightings CASCADE`);
  return { bare, ours, seen };
}

function tell(what: string, { bare, ours, seen }: Measured): void {
  const [a, b, least, most] = [bare.ms, ours.ms, bare.cpuMs, ours.cpuMs].map((ms) => (ms / 1000).toFixed(1));
  process.stdout.write(
    `${what}: bare ${a} s, ours ${b} s (of a processor, servers aside, ${least} s and ${most} s): ${JSON.stringify(seen)}\n`,
  );
  report(`${what}, against a bare fetch`, (bare.ms / ours.ms) * 100, 50, ' %');
}

test.skipIf(!program)('a backlog, against fetching it and throwing it away', async () => {
  for (const share of [0, 10, 100])
    tell(`backlog of 10,000, ${share} % from contacts`, await measure({ mails: 10_000, share }));
  const small = await measure({ mails: 10_000, share: 10, small: true });
  tell('backlog of 10,000 mails of 2 kB, 10 % from contacts', small);
  for (const share of [0, 10])
    tell(
      `backlog of 10,000, files with one letter of eight, ${share} % from contacts`,
      await measure({ mails: 10_000, share, files: true }),
    );
});

test.skipIf(!program)('ten thousand waiting after three days away', async () => {
  tell('10,000 waiting, 10 % from contacts', await measure({ mails: 10_000, share: 10 }, { waiting: true }));
});

test.skipIf(!program)('memory, whatever lies there', async () => {
  const sizes = [1_000, 10_000, ...(process.env['EARSHOT_BENCH_LARGE'] ? [100_000] : [])];
  const rss: number[] = [];
  for (const mails of sizes) {
    const { ours, bare } = await measure({ mails, share: 10 });
    process.stdout.write(
      `memory for ${mails} mails: ours at most ${Math.round(ours.rssMb)} MB, bare ${Math.round(bare.rssMb)} MB, ` +
        `whoever made them ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB; ours ${(ours.ms / 1000).toFixed(1)} s\n`,
    );
    rss.push(ours.rssMb);
  }
  report(
    `memory for ${sizes[0]} against ${sizes.at(-1)} mails`,
    (100 * (rss[0] ?? 0)) / (rss.at(-1) ?? 1),
    80,
    ' %',
  );
});
