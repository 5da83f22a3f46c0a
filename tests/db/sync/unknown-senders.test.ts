import { afterEach, beforeEach, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { chooseUnknownSenders } from '@/lib/mailboxes/mutations';
import {
  addSender,
  addStranger,
  askAboutSender,
  forgetStrangers,
  ignoreSender,
} from '@/lib/sync/strangers/mutations';
import { leftAlone, strangersOf, strangersWaiting } from '@/lib/sync/strangers/queries';
import { poolAs } from '@/tests/support/database';
import { ImapServer, signIn } from '@/tests/support/mail/imap-server';
import { type Letter, written } from '@/tests/support/mail/letters';
import { aMailbox, earsOn, held, readEverything, timelineOf } from '@/tests/support/mail/listening';
import { aMember } from '@/tests/support/people';

let server: ImapServer;
let user: Writer;
let mailbox: string;
let email: string;
let handle: string;

beforeEach(async () => {
  server = await ImapServer.start();
  user = await aMember();
  email = `${v7()}@atelier.example`;
  mailbox = await aMailbox(user, { email });
  handle = `jo.${v7()}@home.example`;
});

afterEach(() => server.stop());

const came = (letter: Partial<Letter> = {}, folder = 'INBOX') =>
  server.deliver(folder, {
    at: new Date(),
    raw: written({ id: v7(), from: `Jo Vance <${handle}>`, to: email, date: new Date(), ...letter }),
  });

const read = async () =>
  readEverything(
    earsOn(() => signIn(server.port, 3_000), { addStranger }),
    await held(mailbox),
  );

const waiting = () => strangersOf(user, mailbox, 50);

const kept = async (table: string) =>
  (
    await rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} x WHERE x::text LIKE '%' || $1 || '%'`,
      [handle],
    )
  )[0]?.n;

const minutesPass = () =>
  poolAs('owner').query(
    `UPDATE mail_questions SET answered_at = answered_at - interval '10 minutes' WHERE handle = $1`,
    [handle],
  );

const contactOf = async () =>
  (await rows<{ id: string }>(`SELECT contact_id AS id FROM addresses WHERE handle = $1`, [handle]))[0]?.id ??
  '';

it('tells whose mailbox it is who wrote, without their words, and brings their mail in once they are added', async () => {
  came({ body: 'May I come by on Thursday?' });
  came({ body: 'Or on Friday?' });
  await read();
  const [jo, nobody] = await waiting();
  expect(jo).toMatchObject({ handle, name: 'Jo Vance', mails: 2 });
  expect(nobody).toBeUndefined();
  expect(await strangersWaiting(user)).toEqual([{ mailboxId: mailbox, email, count: 1 }]);
  const colleague = await aMember();
  expect([await strangersOf(colleague, mailbox, 50), await strangersWaiting(colleague)]).toEqual([[], []]);
  expect(await addSender(colleague, jo?.id ?? '')).toEqual({ ok: false, reason: 'not_found' });
  expect(await rows('SELECT FROM raw_mails WHERE mailbox_id = $1', [mailbox])).toEqual([]);

  expect(await addSender(user, jo?.id ?? '')).toMatchObject({ ok: true, mailboxId: mailbox });
  await read();
  expect((await timelineOf(await contactOf())).map(({ body }) => body).sort()).toEqual([
    'May I come by on Thursday?',
    'Or on Friday?',
  ]);
  expect(await waiting()).toEqual([]);
  expect(await forgetStrangers()).toBeGreaterThan(0);
  expect(await kept('mail_questions')).toBe(0);
});

it('never asks again about whom one wants left alone, and keeps their address nowhere', async () => {
  came();
  await read();
  const [jo] = await waiting();
  expect(await ignoreSender(await aMember(), jo?.id ?? '')).toBeNull();
  expect(await ignoreSender(user, jo?.id ?? '')).toEqual({ mailboxId: mailbox });
  came();
  await read();
  expect(await waiting()).toEqual([]);
  await chooseUnknownSenders(user, mailbox, 'add');
  came();
  await read();
  expect(await contactOf()).toBe('');
  // For ten minutes one may think again.
  expect(await forgetStrangers()).toBe(0);
  expect(await kept('mail_questions')).toBe(1);
  await minutesPass();
  expect(await leftAlone(user, jo?.id ?? '')).toBeNull();
  expect(await askAboutSender(user, jo?.id ?? '')).toBeNull();
  expect(await forgetStrangers()).toBeGreaterThan(0);
  for (const table of ['mail_questions', 'ignored_senders', 'sightings', 'events', 'event_texts', 'contacts'])
    expect(await kept(table), table).toBe(0);
  // Whoever adds them by hand has changed their mind.
  await addStranger(user.userId, { handle, name: 'Jo' });
  await read();
  expect(await timelineOf(await contactOf())).toHaveLength(3);
});

it('takes it back within ten minutes: who was to be left alone is asked about again, and no hash of them stays', async () => {
  came();
  await read();
  const [jo] = await waiting();
  const hashes = () => rows('SELECT FROM ignored_senders WHERE user_id = $1', [user.userId]);
  await ignoreSender(user, jo?.id ?? '');
  expect(await hashes()).toHaveLength(1);
  expect(await leftAlone(user, jo?.id ?? '')).toBe('Jo Vance');
  const colleague = await aMember();
  expect(await leftAlone(colleague, jo?.id ?? '')).toBeNull();
  expect(await askAboutSender(colleague, jo?.id ?? '')).toBeNull();
  expect(await askAboutSender(user, jo?.id ?? '')).toEqual({ mailboxId: mailbox });
  expect(await hashes()).toEqual([]);
  came();
  await read();
  expect(await waiting()).toMatchObject([{ handle, name: 'Jo Vance', mails: 2 }]);
});

it('forgets who wrote where strangers are let be, and after ninety days', async () => {
  came();
  await read();
  await poolAs('owner').query(
    `UPDATE mail_questions SET asked_at = asked_at - interval '89 days' WHERE handle = $1`,
    [handle],
  );
  await forgetStrangers();
  expect(await waiting()).toHaveLength(1);
  await poolAs('owner').query(
    `UPDATE mail_questions SET asked_at = asked_at - interval '2 days' WHERE handle = $1`,
    [handle],
  );
  await forgetStrangers();
  expect(await kept('mail_questions')).toBe(0);
  handle = `kim.${v7()}@home.example`;
  came();
  await read();
  expect(await waiting()).toHaveLength(1);
  await chooseUnknownSenders(user, mailbox, 'ignore');
  expect(await kept('mail_questions')).toBe(0);
});

it('makes contacts by itself of those who write to us alone or answer us, and asks about the others', async () => {
  await chooseUnknownSenders(user, mailbox, 'add');
  const [alone, answering, among] = ['alone', 'answering', 'among'].map(
    (who) => `${who}.${v7()}@home.example`,
  );
  came({ from: email, to: answering ?? '' }, 'Sent');
  await read();
  came({ from: alone ?? '' });
  came({ from: answering ?? '', to: `${email}, eva@museum.example`, inReplyTo: 'ours@mua.example' });
  came({ from: among ?? '', to: `${email}, eva@museum.example` });
  came({ from: `news.${v7()}@shop.example`, headers: ['List-Id: <news.shop.example>', 'Precedence: bulk'] });
  await read();
  const contacts = await rows<{ handle: string; how: string }>(
    `SELECT a.handle, c.met_how AS how FROM addresses a JOIN contacts c ON c.id = a.contact_id WHERE c.created_by_id = $1 ORDER BY 1`,
    [user.userId],
  );
  expect(contacts).toEqual([
    { handle: alone, how: 'wrote_first' },
    { handle: answering, how: 'wrote_first' },
  ]);
  expect((await waiting()).map((one) => one.handle)).toEqual([among]);
});
