import { afterEach, beforeEach, expect, it } from 'vitest';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { NextIntlClientProvider } from 'next-intl';
import { z } from 'zod';
import { GET } from '@/app/api/health/route';
import { until } from '@/bin/boot/processes.js';
import { Folders } from '@/components/mailboxes/folders';
import { MailboxState } from '@/components/mailboxes/mailbox-state';
import { messagesIn } from '@/lib/language/translate';
import { rows } from '@/lib/db/pool';
import { mailboxesFor } from '@/lib/mailboxes/queries';
import { heardFolders, skippedIn, unheardFolders } from '@/lib/sync/heard/queries';
import { keepListening } from '@/lib/sync/listening/keep-listening';
import { ImapServer, Line, signIn } from '@/tests/support/mail/imap-server';
import { earsOn, readEverything } from '@/tests/support/mail/listening';
import { aMail, aScene, type Scene } from './scene';

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

// In the product a look a minute, and half a minute for an answer.
const poll = 3_000;
const answer = poll / 2;

const shown = (what: ReactElement) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      ...{ locale: 'en', messages: messagesIn('en'), timeZone: 'UTC', children: what },
    }),
  ).replace(/<[^>]*>/g, '\n');

/** How a mailbox stands, in the words of its page. */
async function stateShown(): Promise<string> {
  const [mailbox] = await mailboxesFor(scene.user);
  return mailbox ? shown(createElement(MailboxState, { mailbox })).trim() : '';
}

/** The proof of listening, as the page of the mailbox shows it. */
async function foldersShown(): Promise<string> {
  const { mailboxId } = scene.lease;
  const reading = { language: 'en', zone: 'UTC', now: new Date() } as const;
  const told = {
    id: mailboxId,
    folders: await heardFolders(scene.user, mailboxId),
    unheard: await unheardFolders(scene.user, mailboxId),
    skipped: await skippedIn(scene.user, mailboxId),
  };
  return shown(createElement(Folders, { ...told, reading }));
}

const healthSchema = z.object({ mailboxes: z.record(z.string(), z.number()) });
const inHealth = async () => healthSchema.parse(await (await GET()).json()).mailboxes;

it('P8: a frozen mail server shows on the page of the mailbox and in /api/health within two looks, and that it thawed too', async () => {
  await rows('UPDATE mailboxes SET lease_holder = NULL, leased_until = NULL WHERE id = $1', [
    scene.lease.mailboxId,
  ]);
  const ending = new AbortController();
  const working = keepListening(
    earsOn(() => signIn(line.port, answer), { poll }),
    'one',
    ending.signal,
  );
  try {
    expect(await until(async () => (await stateShown()) === 'being read', 20_000)).toBe(true);
    expect(await inHealth()).toMatchObject({ connected: 1, failing: 0 });
    line.frozen = true;
    const from = performance.now();
    expect(await until(async () => (await stateShown()) === 'cannot be read', 20_000)).toBe(true);
    expect(performance.now() - from).toBeLessThan(2 * poll);
    expect(await inHealth()).toMatchObject({ connected: 0, failing: 1 });
    line.frozen = false;
    expect(await until(async () => (await stateShown()) === 'being read', 30_000)).toBe(true);
    expect(await inHealth()).toMatchObject({ connected: 1, failing: 0 });
  } finally {
    ending.abort();
    await working;
  }
}, 90_000);

it('trap 14: the page shows of every folder when it was last really read, what is missing, and what was skipped and why', async () => {
  expect(await stateShown()).toBe('read for the first time');
  const ears = earsOn(() => signIn(line.port));
  for (let minute = 0; minute < 9; minute += 3) server.deliver('INBOX', aMail(scene, minute));
  await readEverything(ears, scene.lease);
  expect(await stateShown()).toBe('being read');
  expect(await foldersShown()).toMatch(
    /Inbox\s+INBOX\s+3 looked at · 3 with contacts\s+held against the server: [\d:]+, nothing missing\s+read to \d\d:\d\d\n/,
  );
  // Connected and quiet, and not read to its end for two hours.
  await rows(`UPDATE mailboxes SET read_to_end_at = law.clock() - interval '2 hours' WHERE id = $1`, [
    scene.lease.mailboxId,
  ]);
  await rows(
    `UPDATE mailbox_folders SET read_to_end_at = law.clock() - interval '2 hours' WHERE mailbox_id = $1 AND role = 'inbox'`,
    [scene.lease.mailboxId],
  );
  await rows(
    `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, seen_at)
    SELECT id, uidvalidity, 99, mailbox_id, 'skipped', 'not_kept_22021', law.clock(), law.clock() FROM mailbox_folders WHERE mailbox_id = $1 AND role = 'inbox'`,
    [scene.lease.mailboxId],
  );
  expect(await stateShown()).toBe('not read for a while');
  const page = await foldersShown();
  expect(page).toMatch(/4 looked at · 3 with contacts · 1 skipped\n/);
  const [inbox] = await heardFolders(scene.user, scene.lease.mailboxId);
  const hour = inbox?.readToEndAt?.toISOString().slice(11, 16);
  expect(page).toMatch(new RegExp(`nothing missing\\s+read to ([\\w ]+, )?${hour}\\n`));
  expect(page).toContain('Why one mail was skipped');
  expect(page).toContain('1 mail: could not be kept (not_kept_22021)');
  expect(await inHealth()).toMatchObject({ unread: 1 });
});
