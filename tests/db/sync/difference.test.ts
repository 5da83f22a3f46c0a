import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { compareFolders } from '@/lib/sync/comparing/mutations';
import type { Lease } from '@/lib/sync/lease/mutations';
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
import { aContact } from '@/tests/support/talk';

let server: ImapServer;
let line: Line;
let user: Writer;
let lease: Lease;
let contact: string;
let n = 0;
let email: string;
let handle: string;

const start = Date.UTC(2026, 2, 2, 9);
const at = (minutes: number) => new Date(start + minutes * 60_000);

beforeEach(async () => {
  n += 1;
  email = `ana${n}@atelier.example`;
  handle = `eva${n}@museum.example`;
  server = await ImapServer.start();
  line = await Line.to(server.port);
  user = await aMember();
  lease = await held(await aMailbox(user, { email }));
  contact = await aContact();
  await anAddress(contact, handle);
});

afterEach(async () => {
  await line.stop();
  await server.stop();
});

const ears = () => earsOn(() => signIn(line.port, 3_000));

/** A mail of theirs, ours, or a stranger's. */
function aMail(
  minute: number,
  { id = `m${minute}.${n}@x.example`, who = minute % 3 }: { id?: string | null; who?: number } = {},
) {
  const people = [
    { from: `Eva <${handle}>`, to: email },
    { from: `Ana <${email}>`, to: handle },
    { from: `Shop <news${minute}@shop.example>`, to: email, headers: ['List-Id: <news.shop.example>'] },
  ];
  const said = { date: at(minute), body: `What I say at minute ${minute}, in words.\nAnd a second line.` };
  return { at: at(minute), raw: written({ ...(id ? { id } : {}), from: '', ...people[who], ...said }) };
}

/** What is there and was not seen, was seen and is not there, or was kept twice. */
async function difference() {
  const session = await signIn(server.port);
  const compared = await compareFolders(lease, session);
  session.close();
  const doubles = await rows(
    `SELECT count(*) AS n, m.body, m.direction FROM messages m WHERE m.contact_id = $1 GROUP BY m.body, m.direction HAVING count(*) > 1`,
    [contact],
  );
  return { missing: compared.reduce((sum, one) => sum + one.missing.length, 0), doubles };
}

const whole = { missing: 0, doubles: [] };

describe('whatever happens to the connection and the mailbox', () => {
  it('P5: every mail is there or listed after twenty disconnects at random bytes, and none twice', async () => {
    for (let minute = 0; minute < 120; minute += 1) {
      server.deliver(minute % 3 === 1 ? 'Sent' : 'INBOX', aMail(minute));
    }
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    while (line.cuts < 20) {
      line.cutAfter = 400 + Math.floor(random() * 30_000);
      await readEverything(ears(), lease).catch(() => undefined);
      // Sometimes a mail more, so that there is always something to lose.
      if (random() < 0.5) server.deliver('INBOX', aMail(200 + line.cuts * 3));
      if (line.cutAfter !== null)
        await rows('UPDATE mailbox_folders SET back_uid = next_uid WHERE mailbox_id = $1', [lease.mailboxId]);
    }
    line.cutAfter = null;
    // A server may end a connection for reasons of its own: then it is opened again, as the worker does.
    await readEverything(ears(), lease).catch(() => readEverything(ears(), lease));
    expect(line.cuts).toBe(20);
    expect(await difference()).toEqual(whole);
    const there = [...server.raws('INBOX'), ...server.raws('Sent')].filter((raw) => raw.includes(handle));
    expect(await timelineOf(contact)).toHaveLength(there.length);
  }, 120_000);

  it('P5, trap 13: after its UIDVALIDITY changed a folder is read anew, nothing is there twice, and what came then is there', async () => {
    for (let minute = 0; minute < 9; minute += 1) server.deliver('INBOX', aMail(minute));
    await readEverything(ears(), lease);
    const before = await timelineOf(contact);
    server.deliver('INBOX', aMail(12));
    server.renumber('INBOX');
    await rows('UPDATE mailboxes SET back_reading = false WHERE id = $1', [lease.mailboxId]);
    await readEverything(ears(), lease);
    expect(await difference()).toEqual(whole);
    expect(await timelineOf(contact)).toHaveLength(before.length + 1);
    const [raw] = await rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM raw_mails WHERE mailbox_id = $1',
      [lease.mailboxId],
    );
    expect(raw?.n).toBe(before.length + 1);
  });

  it('P5: the same mail delivered twice, and into two folders, is one message', async () => {
    const mail = aMail(0);
    server.deliver('INBOX', mail);
    server.deliver('INBOX', { ...mail, raw: `Received: from b.example\r\n${mail.raw}` });
    server.deliver('Archive', mail);
    await readEverything(ears(), lease);
    expect(await timelineOf(contact)).toHaveLength(1);
    expect(await sightingsOf(lease.mailboxId)).toEqual({ message: 3 });
    expect(await difference()).toEqual(whole);
  });

  it('P5: without Message-IDs mails are told apart by what they say, wherever they lie', async () => {
    for (const minute of [0, 3]) server.deliver('INBOX', aMail(minute, { id: null }));
    server.deliver('Archive', aMail(0, { id: null }));
    server.renumber('INBOX');
    await readEverything(ears(), lease);
    expect(await timelineOf(contact)).toHaveLength(2);
  });

  it('keeps a no that comes under a Message-ID which is there already', async () => {
    server.deliver('INBOX', aMail(0, { id: 'same@x.example' }));
    server.deliver('INBOX', aMail(3, { id: 'same@x.example' }));
    await readEverything(ears(), lease);
    expect(await timelineOf(contact)).toHaveLength(2);
  });

  it('P5: goes on when mails are expunged while they are read', async () => {
    for (let minute = 0; minute < 60; minute += 3) server.deliver('INBOX', aMail(minute));
    const gone = server.uids('INBOX').filter((uid) => uid % 4 === 0);
    const session = await signIn(line.port);
    const slow: typeof session = {
      ...session,
      heads: async (uids, fields) => {
        const heads = await session.heads(uids, fields);
        for (const uid of gone.splice(0)) server.expunge('INBOX', uid);
        return heads;
      },
    };
    await readEverything(
      earsOn(() => Promise.resolve(slow)),
      lease,
    );
    expect(await timelineOf(contact)).toHaveLength(server.uids('INBOX').length);
    expect(await difference()).toEqual(whole);
  });

  it('trap 14: a folder is not read to its end while a mail that is there does not come', async () => {
    for (let minute = 0; minute < 9; minute += 3) server.deliver('INBOX', aMail(minute));
    const session = await signIn(line.port);
    const lossy: typeof session = {
      ...session,
      heads: async (uids, fields) => (await session.heads(uids, fields)).filter(({ uid }) => uid !== 2),
    };
    await expect(
      readEverything(
        earsOn(() => Promise.resolve(lossy)),
        lease,
      ),
    ).rejects.toThrow('mail_failed');
    const [mailbox] = await rows('SELECT read_to_end_at FROM mailboxes WHERE id = $1', [lease.mailboxId]);
    expect(mailbox?.['read_to_end_at']).toBeNull();
    await readEverything(ears(), lease);
    expect(await difference()).toEqual(whole);
  });

  it('trap 14: what a cursor left out is found by comparing, listed, and read', async () => {
    for (let minute = 0; minute < 9; minute += 3) server.deliver('INBOX', aMail(minute));
    await readEverything(ears(), lease);
    // As if a fault of ours had passed over the second.
    await rows('DELETE FROM sightings WHERE mailbox_id = $1 AND uid = 2', [lease.mailboxId]);
    expect((await difference()).missing).toBe(1);
    await readEverything(ears(), lease);
    expect(await difference()).toEqual(whole);
  });

  it('lists what cannot be kept with the reason, and reads on', async () => {
    const large = `${'x'.repeat(76)}\r\n`.repeat(60_000);
    server.deliver('INBOX', {
      at: at(0),
      raw: written({ id: 'large@x.example', from: handle, to: email, body: `A no.\r\n\r\n${large}` }),
    });
    server.deliver('INBOX', aMail(3));
    await readEverything(ears(), lease);
    const seen = await rows(`SELECT result, why FROM sightings WHERE mailbox_id = $1 ORDER BY uid`, [
      lease.mailboxId,
    ]);
    expect(seen).toEqual([
      { result: 'message', why: 'cut' },
      { result: 'message', why: null },
    ]);
    expect((await timelineOf(contact))[0]?.body).toMatch(/^A no\./);
  });
});
