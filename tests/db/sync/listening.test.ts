import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '@/bin/boot/processes.js';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { failed, tryMailboxAgain } from '@/lib/mailboxes/mutations';
import { claim, holding, LeaseLost, release, renew } from '@/lib/sync/lease/mutations';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { askToSearch } from '@/lib/sync/searching/mutations';
import { searchedFor } from '@/lib/sync/searching/queries';
import { poolAs } from '@/tests/support/database';
import { ImapServer, Line, signIn } from '@/tests/support/mail/imap-server';
import { written } from '@/tests/support/mail/letters';
import {
  aMailbox,
  anAddress,
  earsOn,
  held,
  readEverything,
  sightingsOf,
  timelineOf,
} from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';

let server: ImapServer;
let line: Line;
let user: Writer;
let n = 0;
let handle: string;
const working: { ending: AbortController; done: Promise<unknown> }[] = [];

beforeEach(async () => {
  n += 1;
  handle = `eva.l${n}@museum.example`;
  server = await ImapServer.start();
  line = await Line.to(server.port);
  user = await aMember();
});

afterEach(async () => {
  for (const { ending } of working) ending.abort();
  await Promise.all(working.splice(0).map(({ done }) => done));
  await poolAs('owner').query(
    `UPDATE mailboxes SET closed_at = now(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL`,
  );
  await line.stop();
  await server.stop();
});

const ears = (answer = 3_000) => earsOn(() => signIn(line.port, answer), { poll: 400 });

function work(holder: string, on = ears()): void {
  const ending = new AbortController();
  working.push({ ending, done: keepListening(on, holder, ending.signal) });
}

async function mailboxOf(id: string) {
  const [found] = await rows<{
    state: string;
    fault: string | null;
    holder: string | null;
    read: Date | null;
  }>('SELECT state, fault, lease_holder AS holder, read_to_end_at AS read FROM mailboxes WHERE id = $1', [
    id,
  ]);
  return found;
}

const letter = (id: string, rest: object = {}) => ({
  at: new Date(),
  raw: written({ id, from: handle, date: new Date(), ...rest }),
});
const becomes = (is: () => Promise<boolean>, patience = 20_000) => until(is, patience, 50);

it('hears a reply that comes while it listens, and moves the standing', async () => {
  const contact = await aContact();
  await anAddress(contact, handle);
  const mailbox = await aMailbox(user);
  work('one');
  expect(await becomes(async () => (await mailboxOf(mailbox))?.read !== null)).toBe(true);
  server.deliver('INBOX', letter(`now${n}@museum.example`));
  expect(await becomes(async () => (await standingOf(contact)).unheard === 1)).toBe(true);
});

it('lets two workers share the mailboxes, each read by one at a time, and nothing twice', async () => {
  const contact = await aContact();
  await anAddress(contact, handle);
  const mailboxes = await Promise.all([0, 1, 2, 3].map(() => aMailbox(user)));
  for (let at = 0; at < 12; at += 1)
    server.deliver('INBOX', letter(`both${n}.${at}@museum.example`, { body: `Word ${at}.` }));
  work('one');
  work('two');
  const allRead = async () => (await Promise.all(mailboxes.map(mailboxOf))).every((one) => one?.read);
  expect(await becomes(allRead)).toBe(true);
  expect(new Set((await Promise.all(mailboxes.map(mailboxOf))).map((one) => one?.holder))).toEqual(
    new Set(['one', 'two']),
  );
  expect(await timelineOf(contact)).toHaveLength(12);
  for (const mailbox of mailboxes) expect(await sightingsOf(mailbox)).toEqual({ message: 12 });
});

it('opens a connection that broke off again in a moment, which need not be a whole second', async () => {
  const mailbox = await aMailbox(user);
  const lease = await claim('one');
  if (!lease) throw new Error('There was a mailbox to take.');
  await release(lease, 0.4);
  expect(await claim('two')).toBeNull();
  expect(await becomes(async () => (await claim('two'))?.mailboxId === mailbox, 5_000)).toBe(true);
});

it('tries a mailbox again at once when whoever it is asks for that, and for nobody else', async () => {
  const mailbox = await aMailbox(user);
  await failed(mailbox, 'wrong_password');
  await rows(
    `UPDATE mailboxes SET lease_holder = 'one', leased_until = law.clock() + interval '30 minutes' WHERE id = $1`,
    [mailbox],
  );
  expect(await claim('one')).toBeNull();
  expect(await tryMailboxAgain(await aMember(), mailbox)).toBe(false);
  expect(await claim('one')).toBeNull();
  work('one');
  expect(await tryMailboxAgain(user, mailbox)).toBe(true);
  expect(await becomes(async () => (await mailboxOf(mailbox))?.state === 'connected')).toBe(true);
  // What works needs no other try, and keeps its worker.
  expect(await tryMailboxAgain(user, mailbox)).toBe(false);
  expect((await mailboxOf(mailbox))?.holder).toBe('one');
});

it('keeps nothing for a worker whose lease went to another', async () => {
  const mailbox = await aMailbox(user);
  const lost = await claim('first');
  expect(lost).toEqual({ mailboxId: mailbox, holder: 'first' });
  expect(await claim('second')).toBeNull();
  await rows(`UPDATE mailboxes SET leased_until = law.clock() - interval '1 second' WHERE id = $1`, [
    mailbox,
  ]);
  if (!lost) throw new Error('There was a mailbox to take.');
  await expect(holding(lost, () => Promise.resolve())).rejects.toBeInstanceOf(LeaseLost);
  await expect(renew(lost)).rejects.toBeInstanceOf(LeaseLost);
  expect((await claim('second'))?.holder).toBe('second');
  await expect(holding(lost, () => Promise.resolve())).rejects.toBeInstanceOf(LeaseLost);
});

it('P10: a lease from a clock that was ahead for a day keeps nobody out, nor does one from a clock that was behind', async () => {
  const mailbox = await aMailbox(user);
  for (const shift of ['1 day', '-1 day']) {
    await rows(
      `UPDATE mailboxes SET lease_holder = 'other', leased_until = law.clock() + $2::interval WHERE id = $1`,
      [mailbox, shift],
    );
    const lease = await claim('me');
    expect(lease?.mailboxId).toBe(mailbox);
    if (lease) await release(lease);
  }
});

it('P10: proof of listening carries the database’s time, whatever the clock of the worker says', async () => {
  const mailbox = await aMailbox(user);
  const [before] = await rows<{ at: Date }>('SELECT law.clock() AS at');
  const real = Date.now;
  Date.now = () => real() + 24 * 3_600_000;
  try {
    await readEverything(ears(), await held(mailbox));
  } finally {
    Date.now = real;
  }
  const [after] = await rows<{ at: Date }>('SELECT law.clock() AS at');
  const read = (await mailboxOf(mailbox))?.read?.getTime() ?? 0;
  expect(read).toBeGreaterThanOrEqual(before?.at.getTime() ?? Infinity);
  expect(read).toBeLessThanOrEqual(after?.at.getTime() ?? 0);
});

it('trap 15: while it is paused its silence proves nothing, and what came meanwhile is heard after', async () => {
  const contact = await aContact();
  await anAddress(contact, handle);
  const mailbox = await aMailbox(user);
  await readEverything(ears(), await held(mailbox));
  const before = (await mailboxOf(mailbox))?.read;
  await rows(
    `UPDATE mailboxes SET state = 'paused', lease_holder = NULL, leased_until = NULL WHERE id = $1`,
    [mailbox],
  );
  server.deliver('INBOX', letter(`paused${n}@museum.example`));
  expect(await claim('me')).toBeNull();
  expect((await mailboxOf(mailbox))?.read).toEqual(before);
  await rows(`UPDATE mailboxes SET state = 'connected' WHERE id = $1`, [mailbox]);
  await readEverything(ears(), await held(mailbox));
  expect((await standingOf(contact)).unheard).toBe(1);
});

it('remembers strangers by hashes, and reads their mail when they become contacts', async () => {
  const mailbox = await aMailbox(user);
  await rows(`UPDATE mailboxes SET unknown_senders = 'ignore' WHERE id = $1`, [mailbox]);
  server.deliver('INBOX', letter(`early${n}@museum.example`));
  server.deliver('Sent', {
    at: new Date(),
    raw: written({ id: `ours${n}@atelier.example`, from: 'ana@else.example', to: handle }),
  });
  work('one');
  expect(await becomes(async () => (await mailboxOf(mailbox))?.read !== null)).toBe(true);
  expect(await sightingsOf(mailbox)).toEqual({ remembered: 2 });
  expect(await rows('SELECT FROM raw_mails WHERE mailbox_id = $1', [mailbox])).toEqual([]);
  const [kept] = await rows<{ text: string }>(
    'SELECT s::text AS text FROM sightings s WHERE s.mailbox_id = $1 LIMIT 1',
    [mailbox],
  );
  expect(kept?.text).not.toContain('museum');
  const contact = await aContact();
  await anAddress(contact, handle);
  expect(await becomes(async () => (await timelineOf(contact)).length === 2)).toBe(true);
});

it('searches the mailbox for somebody before they are written to', async () => {
  const contact = await aContact();
  const mailbox = await aMailbox(user);
  await rows('UPDATE mailboxes SET back_reading = false WHERE id = $1', [mailbox]);
  server.deliver('INBOX', letter(`old${n}@museum.example`));
  work('one');
  expect(await becomes(async () => (await mailboxOf(mailbox))?.read !== null)).toBe(true);
  await anAddress(contact, handle);
  await askToSearch(user, handle);
  expect(await becomes(async () => (await searchedFor(user, handle)).done)).toBe(true);
  expect(await searchedFor(user, handle)).toEqual({ done: true, found: 1 });
  expect(await becomes(async () => (await standingOf(contact)).unheard === 1)).toBe(true);
});

it('asks about a stranger who writes, once, and not about newsletters', async () => {
  const mailbox = await aMailbox(user, { connected: new Date(Date.now() - 3_600_000) });
  for (const at of [0, 1])
    server.deliver('INBOX', letter(`new${n}.${at}@museum.example`, { body: `Hello ${at}` }));
  server.deliver(
    'INBOX',
    letter(`list${n}@museum.example`, { from: 'shop@shop.example', headers: ['List-Id: <a.shop.example>'] }),
  );
  await readEverything(ears(), await held(mailbox));
  expect(await sightingsOf(mailbox)).toEqual({ asked: 2, remembered: 1 });
  const asked = await rows('SELECT kind, handle FROM mail_questions WHERE mailbox_id = $1', [mailbox]);
  expect(asked).toEqual([{ kind: 'unknown_sender', handle }]);
});
