import { afterEach, beforeEach, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { until } from '@/bin/boot/processes.js';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { stopTail, tail } from '@/lib/live/tail';
import { chooseFolder } from '@/lib/sync/folders/choosing/mutations';
import { keepFolders } from '@/lib/sync/folders/mutations';
import { heardFolders, unheardFolders } from '@/lib/sync/heard/queries';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { strangersOf } from '@/lib/sync/strangers/queries';
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
let mailbox: string;
let email: string;
let handle: string;
let contact: string;
let working: { ending: AbortController; done: Promise<unknown> } | null = null;

beforeEach(async () => {
  server = await ImapServer.start();
  user = await aMember();
  email = `${v7()}@atelier.example`;
  mailbox = await aMailbox(user, { email });
  handle = `ben.${v7()}@museum.example`;
  contact = await aContact();
  await anAddress(contact, handle);
});

afterEach(async () => {
  working?.ending.abort();
  await working?.done;
  working = null;
  await stopTail();
  await poolAs('owner').query(
    `UPDATE mailboxes SET closed_at = now(), secret = NULL, secret_nonce = NULL, secret_key_id = NULL`,
  );
  await server.stop();
});

// Nothing here may rest on the look into every folder: that comes after the test.
const ears = { poll: 600_000, glance: 300 };
const open = () => signIn(server.port, 3_000);
const ours = () => aMailboxRead().then((read) => read !== null);
const becomes = (is: () => Promise<boolean>) => until(is, 15_000, 50);

function work(): void {
  const ending = new AbortController();
  working = { ending, done: keepListening(earsOn(open, ears), 'one', ending.signal) };
}

async function aMailboxRead(): Promise<Date | null> {
  const [found] = await rows<{ read: Date | null }>(
    'SELECT read_to_end_at AS read FROM mailboxes WHERE id = $1',
    [mailbox],
  );
  return found?.read ?? null;
}

const comes = (folder: string, letter: object = {}) =>
  server.deliver(folder, {
    at: new Date(),
    raw: written({ id: v7(), from: handle, to: email, date: new Date(), ...letter }),
  });

it('lists what is not read by what it is for, and hears a no in junk once that is chosen, while it listens', async () => {
  comes('Junk', { body: 'No thank you.' });
  work();
  expect(await becomes(ours)).toBe(true);
  const unheard = await unheardFolders(user, mailbox);
  expect(unheard).toMatchObject([
    { path: 'Junk', role: 'junk' },
    { path: 'Notes', role: 'other' },
  ]);
  expect((await standingOf(contact)).unheard).toBe(0);
  const folderId = unheard[0]?.id ?? '';
  const choice = { mailboxId: mailbox, folderId, chosen: true };
  expect(await chooseFolder(await aMember(), choice)).toBe(false);
  expect(await chooseFolder(user, choice)).toBe(true);
  expect(await becomes(async () => (await standingOf(contact)).unheard === 1)).toBe(true);
  const isRead = async () =>
    (await heardFolders(user, mailbox)).every(({ readToEndAt }) => readToEndAt !== null);
  expect(await becomes(isRead)).toBe(true);
  expect(await heardFolders(user, mailbox)).toContainEqual(
    expect.objectContaining({ role: 'junk', messages: 1, remembered: 0, hasOlder: false }),
  );
  expect(await chooseFolder(user, { ...choice, chosen: false })).toBe(true);
  expect(await unheardFolders(user, mailbox)).toHaveLength(2);
});

it('never lets INBOX go, nor reads drafts, nor asks who lies in junk', async () => {
  const lease = await held(mailbox);
  const listed = [
    { path: 'INBOX', role: 'inbox' },
    { path: 'Drafts', role: 'drafts' },
    { path: 'Junk', role: 'junk' },
  ] as const;
  await keepFolders(lease, listed);
  const idOf = async (path: string) =>
    (
      await rows<{ id: string }>('SELECT id FROM mailbox_folders WHERE mailbox_id = $1 AND path = $2', [
        mailbox,
        path,
      ])
    )[0]?.id ?? '';
  const choose = async (path: string, chosen: boolean) =>
    chooseFolder(user, { mailboxId: mailbox, folderId: await idOf(path), chosen });
  expect(await choose('INBOX', false)).toBe(false);
  expect(await choose('Drafts', true)).toBe(false);
  expect(await choose('Junk', true)).toBe(true);
  // What the server no longer lists keeps nobody waiting, and is read as before when it is back.
  await keepFolders(lease, listed.slice(0, 1));
  expect((await heardFolders(user, mailbox)).map(({ path }) => path)).toEqual(['INBOX']);
  expect(await unheardFolders(user, mailbox)).toEqual([]);
  comes('INBOX', { from: `in.${handle}` });
  comes('Junk', { from: `junk.${handle}` });
  await readEverything(earsOn(open), lease);
  expect((await heardFolders(user, mailbox)).map(({ path }) => path)).toContain('Junk');
  expect((await strangersOf(user, mailbox, 9)).map((one) => one.handle)).toEqual([`in.${handle}`]);
});

it('sees what we answered from elsewhere within seconds, without waiting for the look into every folder', async () => {
  work();
  expect(await becomes(ours)).toBe(true);
  comes('Sent', { from: email, to: handle, body: 'On Thursday, gladly.' });
  expect(await becomes(async () => (await timelineOf(contact)).length === 1)).toBe(true);
});

it('tells the page of the mailbox what was read, a batch at a time, and nobody else', async () => {
  await readEverything(earsOn(open), await held(mailbox));
  const heard: { all: boolean; contacts: readonly string[]; mailboxes: readonly string[] }[] = [];
  tail().follow((news) => heard.push(news));
  expect(await becomes(() => Promise.resolve(heard.some(({ all }) => all)))).toBe(true);
  heard.length = 0;
  for (let at = 0; at < 30; at += 1)
    comes('INBOX', { from: `news${at}@shop.example`, headers: ['List-Id: <news.shop.example>'] });
  await readEverything(earsOn(open), await held(mailbox));
  expect(await becomes(() => Promise.resolve(heard.some((news) => news.mailboxes.includes(mailbox))))).toBe(
    true,
  );
  expect(heard.flatMap(({ contacts }) => contacts)).toEqual([]);
  expect(heard.some(({ all }) => all)).toBe(false);
  expect(heard.length).toBeLessThan(10);
});
