import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { heardFolders, skippedIn } from '@/lib/sync/heard/queries';
import { poolAs } from '../../support/database';
import { aMember, anOwner } from '../../support/people';
import { connected } from './connected';

vi.hoisted(() => {
  process.env['EARSHOT_MAILBOX_KEY'] = Buffer.alloc(32, 7).toString('base64');
});

test('whose mailbox it is sees how far each folder was heard, and why mail was skipped; nobody else does', async () => {
  const [rosa, marco, nora] = [await aMember(), await aMember(), await anOwner()];
  const id = await connected(rosa);
  const run = (sql: string, values: unknown[]) => poolAs('owner').query(sql, values);
  const [inbox, spam] = [v7(), v7()];
  await run(
    `INSERT INTO mailbox_folders (id, mailbox_id, path, role, chosen, uidvalidity, back_total, back_read, read_to_end_at, missing)
     VALUES ($1, $3, 'INBOX', 'inbox', true, 7, 100, 40, now(), 0), ($2, $3, 'Spam', 'other', false, 7, 9, 0, NULL, 0)`,
    [inbox, spam, id],
  );
  await run(
    `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, wanted, gone_at) VALUES
       ($1, 7, 1, $2, 'remembered', NULL, now(), false, NULL), ($1, 7, 2, $2, 'skipped', 'not_kept_22021', now(), false, NULL),
       ($1, 7, 3, $2, 'skipped', 'passed_over', now(), true, NULL), ($1, 7, 4, $2, 'remembered', NULL, now(), false, now()),
       ($1, 6, 5, $2, 'remembered', NULL, now(), false, NULL)`,
    [inbox, id],
  );
  expect(await heardFolders(rosa, id)).toMatchObject([
    {
      path: 'INBOX',
      role: 'inbox',
      seen: 2,
      skipped: 1,
      waiting: 1,
      backTotal: 100,
      backRead: 40,
      missing: 0,
    },
  ]);
  expect(await skippedIn(rosa, id)).toMatchObject([{ why: 'not_kept_22021', count: 1 }]);
  for (const other of [marco, nora]) {
    expect(await heardFolders(other, id)).toStrictEqual([]);
    expect(await skippedIn(other, id)).toStrictEqual([]);
  }
});
