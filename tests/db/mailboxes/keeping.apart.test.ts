import { describe, expect, test, vi } from 'vitest';
import { db } from '@/lib/db/client';
import {
  changeMailbox,
  chooseBackReading,
  chooseUnknownSenders,
  connectMailbox,
  disconnectMailbox,
  failed,
  keepSecrets,
  pauseMailbox,
  resumeMailbox,
  works,
} from '@/lib/mailboxes/mutations';
import { accountOf, mailboxCounts, mailboxesFor, mailboxLeft, ownMailbox } from '@/lib/mailboxes/queries';
import { poolAs } from '../../support/database';
import { aMember, anOwner, aReader } from '../../support/people';
import { connected, mailbox, secret } from './connected';

vi.hoisted(() => {
  process.env['EARSHOT_MAILBOX_KEY'] = Buffer.alloc(32, 7).toString('base64');
});

const rowOf = (id: string) => db().mailbox.findUniqueOrThrow({ where: { id } });
const verbsOf = async (id: string) =>
  (await db().event.findMany({ where: { subjectId: id }, orderBy: { recordedSeq: 'asc' } })).map(
    ({ verb }) => verb,
  );
describe('a mailbox that is connected', () => {
  test('keeps its secret sealed, and only the worker’s question opens it', async () => {
    const rosa = await aMember({ name: 'Rosa' });
    const id = await connected(rosa);
    const row = await rowOf(id);
    expect(Buffer.from(row.secret ?? []).toString('latin1')).not.toContain('sea');
    expect(await accountOf(id)).toStrictEqual({
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      login: 'rosa@fundacion-marea.example',
      secret: { kind: 'password', password: secret },
    });
    const shown = [await mailboxesFor(rosa), await ownMailbox(rosa, id)];
    const events = await db().event.findMany({ where: { subjectId: id } });
    expect(JSON.stringify([shown, events.map(({ codes }) => codes)])).not.toContain('sea');
    expect(events).toMatchObject([{ verb: 'mailbox_connected', actorId: rosa.userId }]);
  });

  test('is connected once, whoever asks', async () => {
    const [rosa, marco] = [await aMember(), await aMember()];
    const email = 'office@fundacion-marea.example';
    const id = await connected(rosa, { email });
    expect(await connectMailbox(rosa, mailbox({ email }))).toStrictEqual({ ok: false, reason: 'mine', id });
    expect(await connectMailbox(marco, mailbox({ email }))).toStrictEqual({
      ok: false,
      reason: 'taken',
      id: null,
    });
    const both = mailbox();
    const answers = await Promise.all([connectMailbox(rosa, both), connectMailbox(marco, both)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('several of one person, and of several people, stand beside each other', async () => {
    const [rosa, marco] = [await aMember(), await aMember()];
    const ids = [await connected(rosa), await connected(rosa), await connected(marco)];
    expect((await mailboxesFor(rosa)).map(({ id }) => id).toSorted()).toStrictEqual(
      ids.slice(0, 2).toSorted(),
    );
  });
});

describe('whose it is decides who sees and changes it', () => {
  test('a colleague sees nothing of it and changes nothing', async () => {
    const [rosa, marco] = [await aMember(), await aMember()];
    const id = await connected(rosa);
    expect(await ownMailbox(marco, id)).toBeNull();
    expect(await mailboxesFor(marco)).toStrictEqual([]);
    expect(await mailboxesFor(await aReader())).toStrictEqual([]);
    const tries = [
      changeMailbox(marco, id, mailbox()),
      pauseMailbox(marco, id),
      resumeMailbox(marco, id),
      chooseUnknownSenders(marco, id, 'add'),
      chooseBackReading(marco, id, false),
      disconnectMailbox(marco, id),
    ];
    expect(await Promise.all(tries)).toStrictEqual(Array(6).fill(false));
    expect(await rowOf(id)).toMatchObject({ state: 'connected', unknownSenders: 'ask', closedAt: null });
  });

  test('an owner sees how it stands and may disconnect it, but changes nothing in it', async () => {
    const [nora, rosa] = [await anOwner(), await aMember({ name: 'Rosa' })];
    const id = await connected(rosa);
    const seen = (await mailboxesFor(nora)).find((one) => one.id === id);
    expect(seen).toMatchObject({ holder: 'Rosa', isOwn: false, state: 'connected', isHeard: false });
    expect(Object.keys(seen ?? {})).not.toContain('login');
    expect(await ownMailbox(nora, id)).toBeNull();
    expect(await pauseMailbox(nora, id)).toBe(false);
    expect(await changeMailbox(nora, id, mailbox())).toBe(false);
    expect(await disconnectMailbox(nora, id)).toBe(true);
  });

  test('the application cannot give a mailbox to somebody else, nor say when it was first known', async () => {
    const [rosa, marco] = [await aMember(), await aMember()];
    const id = await connected(rosa);
    const denied = (sql: string) =>
      expect(poolAs('app').query(sql, [id])).rejects.toThrow(/permission denied/);
    await denied(`UPDATE mailboxes SET user_id = '${marco.userId}' WHERE id = $1`);
    await denied(`UPDATE mailboxes SET email = 'else@example.org' WHERE id = $1`);
    await denied(`UPDATE mailboxes SET created_at = now() WHERE id = $1`);
    await denied(`DELETE FROM mailboxes WHERE id = $1`);
  });
});

describe('what happens to it', () => {
  test('paused it is not read; resumed it is', async () => {
    const rosa = await aMember();
    const id = await connected(rosa);
    const isRead = async () => (await rowOf(id)).state !== 'paused';
    expect(await pauseMailbox(rosa, id)).toBe(true);
    expect(await pauseMailbox(rosa, id)).toBe(false);
    expect(await isRead()).toBe(false);
    await failed(id, 'too_slow');
    expect(await rowOf(id)).toMatchObject({ state: 'paused', fault: null });
    expect(await resumeMailbox(rosa, id)).toBe(true);
    expect(await isRead()).toBe(true);
    expect(await verbsOf(id)).toStrictEqual(['mailbox_connected', 'mailbox_paused', 'mailbox_resumed']);
  });

  test('failing is said once, with since when, until it works again', async () => {
    const id = await connected(await aMember());
    await failed(id, 'too_slow');
    const since = (await rowOf(id)).failingSince;
    await failed(id, 'wrong_password');
    expect(await rowOf(id)).toMatchObject({ state: 'failing', fault: 'wrong_password', failingSince: since });
    await works(id);
    await works(id);
    expect(await rowOf(id)).toMatchObject({ state: 'connected', fault: null, failingSince: null });
    const said = ['mailbox_connected', 'mailbox_failed', 'mailbox_worked_again'];
    expect(await verbsOf(id)).toStrictEqual(said);
  });

  test('another password ends the failing and the hold of whoever read it', async () => {
    const rosa = await aMember();
    const id = await connected(rosa);
    await failed(id, 'wrong_password');
    await poolAs('app').query(
      `UPDATE mailboxes SET lease_holder = 'w1', leased_until = now() + interval '1 minute' WHERE id = $1`,
      [id],
    );
    const smtp = null;
    expect(
      await changeMailbox(rosa, id, mailbox({ smtp, secret: { kind: 'password', password: 'at five' } })),
    ).toBe(true);
    expect(await rowOf(id)).toMatchObject({ state: 'connected', leaseHolder: null, smtpHost: null });
    expect((await accountOf(id)).secret).toStrictEqual({ kind: 'password', password: 'at five' });
  });

  test('disconnected its secret is forgotten; whoever comes back finds what was read', async () => {
    const [rosa, marco] = [await aMember(), await aMember()];
    const email = 'rosa@disconnected.example';
    const id = await connected(rosa, { email });
    expect(await mailboxLeft(rosa, id)).toBeNull();
    expect(await disconnectMailbox(rosa, id)).toBe(true);
    expect(await mailboxLeft(rosa, id)).toMatchObject({ email, isOwn: true });
    expect(await mailboxLeft(await anOwner(), id)).toMatchObject({ email, isOwn: false });
    expect(await mailboxLeft(marco, id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ secret: null, secretNonce: null, secretKeyId: null });
    await expect(accountOf(id)).rejects.toThrow('not_found');
    const theirs = await connected(marco, { email });
    expect(theirs).not.toBe(id);
    expect(await mailboxLeft(rosa, id)).toBeNull();
    await disconnectMailbox(marco, theirs);
    expect(await connected(rosa, { email })).toBe(id);
    expect((await accountOf(id)).secret).toMatchObject({ password: secret });
  });

  test('a closed account’s mailbox is let go, its secret forgotten', async () => {
    const rosa = await aMember();
    const id = await connected(rosa);
    await db().user.update({ where: { id: rosa.userId }, data: { closedAt: new Date() } });
    await expect(accountOf(id)).rejects.toThrow('not_found');
    expect(await keepSecrets()).toBeGreaterThanOrEqual(1);
    expect((await rowOf(id)).closedAt).not.toBeNull();
    expect((await rowOf(id)).secret).toBeNull();
  });
});

test('whoever watches is told counts: failing, paused, and what nobody read for an hour', async () => {
  const before = await mailboxCounts();
  const rosa = await aMember();
  const [late, broken, resting] = [await connected(rosa), await connected(rosa), await connected(rosa)];
  await failed(broken, 'refused');
  await pauseMailbox(rosa, resting);
  const later = `UPDATE mailboxes SET connected_at = now() - interval '3 hours', read_to_end_at = $2 WHERE id = $1`;
  await poolAs('app').query(later, [late, new Date(Date.now() - 2 * 3_600_000)]);
  expect(await mailboxCounts()).toStrictEqual({
    connected: before.connected + 1,
    failing: before.failing + 1,
    paused: before.paused + 1,
    unread: before.unread + 1,
  });
  await poolAs('app').query(later, [late, new Date()]);
  expect(await mailboxCounts()).toMatchObject({ unread: before.unread });
});
