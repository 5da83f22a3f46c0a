import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '@/bin/boot/processes.js';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { release } from '@/lib/sync/lease/mutations';
import type { Ears } from '@/lib/sync/listening/listener';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { poolAs } from '@/tests/support/database';
import { ImapServer, signIn } from '@/tests/support/mail/imap-server';
import { written } from '@/tests/support/mail/letters';
import {
  aMailbox,
  anAddress,
  earsOn,
  held,
  readEverything,
  timelineOf,
} from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';

let server: ImapServer;
let user: Writer;
let ears: Ears;
let n = 0;
let handle: string;

beforeEach(async () => {
  n += 1;
  handle = `eva.l${n}@museum.example`;
  server = await ImapServer.start();
  ears = earsOn(() => signIn(server.port, 3_000));
  user = await aMember();
});

afterEach(async () => {
  await poolAs('owner').query(
    `UPDATE mailboxes SET closed_at = now(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL`,
  );
  await server.stop();
});

it('hears a reply that comes between its last look and its waiting', async () => {
  const contact = await aContact();
  await anAddress(contact, handle);
  const mailbox = await aMailbox(user);
  await readEverything(ears, await held(mailbox));
  await release({ mailboxId: mailbox, holder: 'test' });
  const raw = written({ id: `between${n}@museum.example`, from: handle, date: new Date() });
  const between = { at: new Date(), raw };
  let isThere = false;
  const connect = async () => {
    const session = await signIn(server.port, 3_000);
    return {
      ...session,
      uidsFrom: async (uid: number) => {
        const found = await session.uidsFrom(uid);
        if (!isThere) server.deliver('INBOX', between);
        isThere = true;
        return found;
      },
    };
  };
  const ending = new AbortController();
  const done = keepListening(earsOn(connect, { poll: 60_000 }), 'one', ending.signal);
  const heard = await until(async () => (await standingOf(contact)).unheard === 1, 20_000, 50);
  ending.abort();
  await done;
  expect(heard).toBe(true);
});

it('files a whole conversation that lies in one batch as if it had come mail by mail', async () => {
  const contact = await aContact();
  await anAddress(contact, handle);
  const mailbox = await aMailbox(user, { email: `ana.l${n}@atelier.example` });
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
  const id = (minute: number) => `t${minute}.${n}@x.example`;
  for (let minute = 0; minute < 30; minute += 1) {
    const ours = minute % 2 === 0;
    const people = ours ? { from: `ana.l${n}@atelier.example`, to: handle } : { from: handle };
    const named = minute > 0 ? { inReplyTo: id(minute - 1) } : {};
    const said = { id: id(minute), date: at(minute), body: `What was said at ${minute}.` };
    server.deliver('INBOX', { at: at(minute), raw: written({ ...people, ...named, ...said }) });
  }
  await readEverything(ears, await held(mailbox));
  const timeline = await timelineOf(contact);
  expect(timeline.map(({ ref }) => ref)).toEqual(timeline.map((_, minute) => id(minute)));
  expect(timeline.map(({ about }) => about)).toEqual(
    timeline.map((_, minute) => (minute > 0 ? id(minute - 1) : null)),
  );
  expect(timeline).toHaveLength(30);
  expect(await standingOf(contact)).toMatchObject({ turn: 'ours' });
  const [threads] = await rows<{ n: number }>(
    'SELECT count(*)::int AS n FROM threads WHERE contact_id = $1',
    [contact],
  );
  expect(threads?.n).toBe(1);
});
