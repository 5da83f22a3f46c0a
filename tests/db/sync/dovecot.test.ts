import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '@/bin/boot/processes.js';
import { rows } from '@/lib/db/pool';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { Dovecot } from '@/tests/support/mail/dovecot';
import { findDovecot } from '@/tests/support/mail/dovecot-server';
import { Line, signIn } from '@/tests/support/mail/imap-server';
import { earsOn, readEverything, timelineOf } from '@/tests/support/mail/listening';
import { standingOf } from '@/tests/support/talk';
import { aMail, aScene, difference, readThroughCuts, type Scene, whole } from './scene';

const program = findDovecot();

describe.skipIf(program === null)(program ? 'on Dovecot' : 'Dovecot is not here:', () => {
  let server: Dovecot;
  let line: Line;
  let scene: Scene;

  beforeAll(async () => (server = await Dovecot.start(program ?? '')));
  afterAll(() => server.stop());
  beforeEach(async () => {
    line = await Line.to(server.port);
    scene = await aScene();
  });
  afterEach(async () => {
    await line.stop();
    for (const path of ['INBOX', 'Sent', 'Archive']) await server.expunge(path, await server.uids(path));
  });

  const ears = () => earsOn(() => signIn(line.port), { poll: 400 });
  const deliver = (path: string, minute: number, who: { who?: number; id?: string | null } = {}) =>
    server.deliver(path, aMail(scene, minute, who));

  it('P5: every mail is there or listed after twenty disconnects at random bytes, and none twice', async () => {
    await readThroughCuts(scene, { line, ears: ears(), deliver: (path, mail) => server.deliver(path, mail) });
    expect(await difference(scene, server)).toEqual(whole);
  }, 60_000);

  it('P5, trap 13: after its UIDVALIDITY changed a folder is read anew, nothing is there twice, and what came then is there', async () => {
    for (let minute = 0; minute < 9; minute += 1) await deliver('Archive', minute);
    await server.expunge('Archive', (await server.uids('Archive')).slice(0, 2));
    await readEverything(ears(), scene.lease);
    const before = await timelineOf(scene.contact);
    const uids = await server.uids('Archive');
    await server.renumber('Archive');
    expect(await server.uids('Archive')).not.toEqual(uids);
    await deliver('Archive', 12);
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual(whole);
    expect(await timelineOf(scene.contact)).toHaveLength(before.length + 1);
  });

  it('P5: the same mail delivered twice, into two folders, and without a Message-ID, is one message', async () => {
    for (const path of ['INBOX', 'INBOX', 'Archive']) {
      await deliver(path, 0);
      await deliver(path, 3, { id: null });
    }
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual(whole);
    expect(await timelineOf(scene.contact)).toHaveLength(2);
  });

  it('P5: goes on when mails are expunged while they are read', async () => {
    for (let minute = 0; minute < 30; minute += 3) await deliver('INBOX', minute);
    const gone = (await server.uids('INBOX')).filter((uid) => uid % 3 === 0);
    const session = await signIn(line.port);
    const slow: typeof session = {
      ...session,
      heads: async (...asked) => {
        const heads = await session.heads(...asked);
        if (gone.length > 0) await server.expunge('INBOX', gone.splice(0));
        return heads;
      },
    };
    await readEverything(
      earsOn(() => Promise.resolve(slow)),
      scene.lease,
    );
    expect(await difference(scene, server)).toEqual(whole);
    expect((await timelineOf(scene.contact)).length).toBeLessThan(10);
  });

  it('knows Sent and Archive by what the server says they are for, and leaves other folders alone', async () => {
    await readEverything(ears(), scene.lease);
    const listed = await rows(
      'SELECT path, role, chosen FROM mailbox_folders WHERE mailbox_id = $1 ORDER BY path',
      [scene.lease.mailboxId],
    );
    expect(listed).toEqual([
      { path: 'Archive', role: 'archive', chosen: true },
      { path: 'INBOX', role: 'inbox', chosen: true },
      { path: 'Notes', role: 'other', chosen: false },
      { path: 'Sent', role: 'sent', chosen: true },
    ]);
    await deliver('Sent', 0, { who: 1 });
    await readEverything(ears(), scene.lease);
    expect((await standingOf(scene.contact)).turn).toBe('theirs');
  });

  it('hears a reply while it waits, long before it would look again', async () => {
    const ending = new AbortController();
    await rows('UPDATE mailboxes SET lease_holder = NULL, leased_until = NULL WHERE id = $1', [
      scene.lease.mailboxId,
    ]);
    let waits = false;
    const connect = async () => {
      const session = await signIn(line.port);
      const wait: typeof session.wait = (...until) => ((waits = true), session.wait(...until));
      return { ...session, wait };
    };
    const working = keepListening(earsOn(connect, { poll: 3_600_000 }), 'one', ending.signal);
    try {
      expect(await until(() => waits, 10_000)).toBe(true);
      await deliver('INBOX', 0);
      expect(await until(async () => (await standingOf(scene.contact)).unheard === 1, 10_000)).toBe(true);
    } finally {
      ending.abort();
      await working;
    }
  });
});
