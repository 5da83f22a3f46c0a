import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { heardFolders } from '@/lib/sync/heard/queries';
import { ImapServer, Line, signIn } from '@/tests/support/mail/imap-server';
import { written } from '@/tests/support/mail/letters';
import { earsOn, readEverything, sightingsOf, timelineOf } from '@/tests/support/mail/listening';
import { aMail, aScene, at, difference, readThroughCuts, type Scene, whole } from './scene';

let server: ImapServer;
let line: Line;
let scene: Scene;

beforeEach(async () => {
  server = await ImapServer.start();
  line = await Line.to(server.port);
  scene = await aScene();
});

afterEach(async () => {
  await line.stop();
  await server.stop();
});

const ears = () => earsOn(() => signIn(line.port, 3_000));

describe('whatever happens to the connection and the mailbox', () => {
  it('P5: every mail is there or listed after twenty disconnects at random bytes, and none twice', async () => {
    await readThroughCuts(scene, { line, ears: ears(), deliver: (path, mail) => server.deliver(path, mail) });
    expect(await difference(scene, server)).toEqual(whole);
  }, 120_000);

  it('P5, trap 13: after its UIDVALIDITY changed a folder is read anew, nothing is there twice, and what came then is there', async () => {
    for (let minute = 0; minute < 9; minute += 1) server.deliver('INBOX', aMail(scene, minute));
    await readEverything(ears(), scene.lease);
    const before = await timelineOf(scene.contact);
    server.deliver('INBOX', aMail(scene, 12));
    server.renumber('INBOX');
    await rows('UPDATE mailboxes SET back_reading = false WHERE id = $1', [scene.lease.mailboxId]);
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual(whole);
    expect(await timelineOf(scene.contact)).toHaveLength(before.length + 1);
    const [raw] = await rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM raw_mails WHERE mailbox_id = $1',
      [scene.lease.mailboxId],
    );
    expect(raw?.n).toBe(before.length + 1);
  });

  it('P5: the same mail delivered twice, and into two folders, is one message', async () => {
    const mail = aMail(scene, 0);
    server.deliver('INBOX', mail);
    server.deliver('INBOX', { ...mail, raw: `Received: from b.example\r\n${mail.raw}` });
    server.deliver('Archive', mail);
    await readEverything(ears(), scene.lease);
    expect(await timelineOf(scene.contact)).toHaveLength(1);
    expect(await sightingsOf(scene.lease.mailboxId)).toEqual({ message: 3 });
    expect(await difference(scene, server)).toEqual(whole);
  });

  it('P5: without Message-IDs mails are told apart by what they say, wherever they lie', async () => {
    for (const minute of [0, 3]) server.deliver('INBOX', aMail(scene, minute, { id: null }));
    server.deliver('Archive', aMail(scene, 0, { id: null }));
    server.renumber('INBOX');
    await readEverything(ears(), scene.lease);
    expect(await timelineOf(scene.contact)).toHaveLength(2);
  });

  it('keeps a no that comes under a Message-ID which is there already', async () => {
    server.deliver('INBOX', aMail(scene, 0, { id: 'same@x.example' }));
    server.deliver('INBOX', aMail(scene, 3, { id: 'same@x.example' }));
    await readEverything(ears(), scene.lease);
    expect(await timelineOf(scene.contact)).toHaveLength(2);
  });

  it('P5: goes on when mails are expunged while they are read', async () => {
    for (let minute = 0; minute < 60; minute += 3) server.deliver('INBOX', aMail(scene, minute));
    const gone = server.uids('INBOX').filter((uid) => uid % 4 === 0);
    const session = await signIn(line.port);
    const slow: typeof session = {
      ...session,
      heads: async (uids) => {
        const heads = await session.heads(uids);
        for (const uid of gone.splice(0)) server.expunge('INBOX', uid);
        return heads;
      },
    };
    await readEverything(
      earsOn(() => Promise.resolve(slow)),
      scene.lease,
    );
    expect(await timelineOf(scene.contact)).toHaveLength(server.uids('INBOX').length);
    expect(await difference(scene, server)).toEqual(whole);
  });

  it('trap 14: a folder is not read to its end while a mail that is there does not come', async () => {
    for (let minute = 0; minute < 9; minute += 3) server.deliver('INBOX', aMail(scene, minute));
    const session = await signIn(line.port);
    const lossy: typeof session = {
      ...session,
      heads: async (uids) => (await session.heads(uids)).filter(({ uid }) => uid !== 2),
    };
    await expect(
      readEverything(
        earsOn(() => Promise.resolve(lossy)),
        scene.lease,
      ),
    ).rejects.toThrow('mail_failed');
    const [mailbox] = await rows('SELECT read_to_end_at FROM mailboxes WHERE id = $1', [
      scene.lease.mailboxId,
    ]);
    expect(mailbox?.['read_to_end_at']).toBeNull();
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual(whole);
  });

  it('trap 14: what a cursor left out is found by comparing, listed, and read', async () => {
    for (let minute = 0; minute < 9; minute += 3) server.deliver('INBOX', aMail(scene, minute));
    await readEverything(ears(), scene.lease);
    // A fault as other products had it: the cursor stands one too far, and the next mail comes to lie below it.
    const inFolder = (set: string) =>
      rows(`UPDATE mailbox_folders SET ${set} WHERE mailbox_id = $1 AND role = 'inbox'`, [
        scene.lease.mailboxId,
      ]);
    await inFolder('next_uid = next_uid + 1');
    server.deliver('INBOX', aMail(scene, 9));
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual({ ...whole, unseen: ['INBOX 4'], missing: [9] });
    await inFolder(`compared_at = law.clock() - interval '21 hours', read_to_end_at = NULL`);
    await readEverything(ears(), scene.lease);
    const [inbox] = await heardFolders(scene.user, scene.lease.mailboxId);
    expect(inbox).toMatchObject({ role: 'inbox', missing: 1, waiting: 1 });
    await readEverything(ears(), scene.lease);
    expect(await difference(scene, server)).toEqual(whole);
  });

  it('lists what cannot be kept with the reason, and reads on', async () => {
    const large = `${'x'.repeat(76)}\r\n`.repeat(60_000);
    server.deliver('INBOX', {
      at: at(0),
      raw: written({
        id: 'large@x.example',
        from: scene.handle,
        to: scene.email,
        body: `A no.\r\n\r\n${large}`,
      }),
    });
    server.deliver('INBOX', aMail(scene, 3));
    await readEverything(ears(), scene.lease);
    const seen = await rows(`SELECT result, why FROM sightings WHERE mailbox_id = $1 ORDER BY uid`, [
      scene.lease.mailboxId,
    ]);
    expect(seen).toEqual([
      { result: 'message', why: 'cut' },
      { result: 'message', why: null },
    ]);
    expect((await timelineOf(scene.contact))[0]?.body).toMatch(/^A no\./);
  });
});
