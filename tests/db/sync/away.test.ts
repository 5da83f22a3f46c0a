import { expect, it } from 'vitest';
import { rows } from '@/lib/db/pool';
import { ImapServer, signIn } from '@/tests/support/mail/imap-server';
import { earsOn, readEverything } from '@/tests/support/mail/listening';
import { standingOf } from '@/tests/support/talk';
import { aMail, aScene, difference, whole } from './scene';

// npm run torture lets 10,000 wait.
const waiting = Number(process.env['EARSHOT_WAITING'] ?? 450);

it(`P5: after three days away every one of ${waiting} mails that waited is there or listed, and what they said closes`, async () => {
  const server = await ImapServer.start();
  const scene = await aScene();
  const ears = earsOn(() => signIn(server.port, 60_000));
  const { mailboxId } = scene.lease;
  server.deliver('Sent', aMail(scene, 0, { who: 1 }));
  await readEverything(ears, scene.lease);
  await rows(
    `UPDATE mailboxes SET read_to_end_at = law.clock() - interval '3 days', lease_holder = NULL, leased_until = NULL WHERE id = $1`,
    [mailboxId],
  );
  await rows(
    `UPDATE mailbox_folders SET read_to_end_at = NULL, compared_at = law.clock() - interval '3 days' WHERE mailbox_id = $1`,
    [mailboxId],
  );
  // One of ten by somebody one talks with, as in a mailbox that is used for more.
  for (let minute = 1; minute <= waiting; minute += 1)
    server.deliver('INBOX', aMail(scene, minute, { who: minute % 10 === 0 ? 0 : 2 }));
  await rows(
    `UPDATE mailboxes SET lease_holder = $2, leased_until = law.clock() + interval '1 hour' WHERE id = $1`,
    [mailboxId, scene.lease.holder],
  );
  await readEverything(ears, scene.lease);
  expect(await difference(scene, server)).toEqual(whole);
  const [folder] = await rows(
    `SELECT missing, compared_at > law.clock() - interval '1 hour' AS compared FROM mailbox_folders WHERE mailbox_id = $1 AND role = 'inbox'`,
    [mailboxId],
  );
  expect(folder).toEqual({ missing: 0, compared: true });
  expect(await standingOf(scene.contact)).toMatchObject({ turn: 'ours', unheard: Math.floor(waiting / 10) });
  await server.stop();
}, 1_800_000);
