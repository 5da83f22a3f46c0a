import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { heardFolders, skippedIn, unheardFolders } from '@/lib/sync/heard/queries';
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
     VALUES ($1, $3, 'INBOX', 'inbox', true, 7, 100, 40, now(), 0), ($2, $3, 'Spam', 'junk', false, 7, 9, 0, NULL, 0)`,
    [inbox, spam, id],
  );
  await run(
    `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, wanted, gone_at) VALUES
       ($1, 7, 1, $2, 'remembered', NULL, now(), false, NULL), ($1, 7, 2, $2, 'skipped', 'not_kept_22021', now(), false, NULL),
       ($1, 7, 3, $2, 'skipped', 'passed_over', now(), true, NULL), ($1, 7, 4, $2, 'remembered', NULL, now(), false, now()),
       ($1, 6, 5, $2, 'remembered', NULL, now(), false, now())`,
    [inbox, id],
  );
  expect(await heardFolders(rosa, id)).toMatchObject([
    {
      path: 'INBOX',
      role: 'inbox',
      ...{ messages: 0, remembered: 1, skipped: 1 },
      waiting: 1,
      backTotal: 100,
      backRead: 40,
      missing: 0,
    },
  ]);
  expect(await unheardFolders(rosa, id)).toStrictEqual([{ id: spam, path: 'Spam', role: 'junk' }]);
  expect(await skippedIn(rosa, id)).toMatchObject([{ why: 'not_kept_22021', count: 1 }]);
  for (const other of [marco, nora]) {
    expect(await heardFolders(other, id)).toStrictEqual([]);
    expect(await unheardFolders(other, id)).toStrictEqual([]);
    expect(await skippedIn(other, id)).toStrictEqual([]);
  }
});

test('what became of the mails of a folder is counted as it changes, and agrees with counting them', async () => {
  const rosa = await aMember();
  const id = await connected(rosa);
  const [one, two] = [v7(), v7()];
  const run = (sql: string, ...values: unknown[]) => poolAs('owner').query(sql, values);
  await run(
    `INSERT INTO mailbox_folders (id, mailbox_id, path, role, chosen, uidvalidity) VALUES ($1, $3, 'INBOX', 'inbox', true, 7), ($2, $3, 'Sent', 'sent', true, 7)`,
    ...[one, two, id],
  );
  const agree = async (what: object) => {
    const { rows: found } = await run(
      `SELECT f.path, f.messages, f.remembered, f.asked, f.skipped, (f.messages, f.remembered, f.asked, f.skipped) = (SELECT count(*) FILTER (WHERE s.result = 'message'),
          count(*) FILTER (WHERE s.result = 'remembered'), count(*) FILTER (WHERE s.result = 'asked'), count(*) FILTER (WHERE s.result = 'skipped' AND NOT s.wanted)
        FROM sightings s WHERE s.folder_id = f.id AND s.gone_at IS NULL) AS agrees FROM mailbox_folders f WHERE f.mailbox_id = $1 ORDER BY f.path`,
      id,
    );
    expect(found).toMatchObject([
      { path: 'INBOX', agrees: true, ...what },
      { path: 'Sent', agrees: true },
    ]);
  };
  const add = (result: string, more = 'false') =>
    run(
      `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, wanted)
       SELECT f, 7, u, $3, $4, 'some_reason', now(), ${more} FROM unnest(ARRAY[$1, $2]::uuid[]) f, generate_series(1, 10) u
       ON CONFLICT (folder_id, uidvalidity, uid) DO UPDATE SET result = excluded.result, wanted = excluded.wanted`,
      ...[one, two, id, result],
    );
  await add('skipped', 'u < 4');
  await agree({ remembered: 0, skipped: 7 });
  await add('remembered');
  await agree({ remembered: 10, skipped: 0 });
  await run(`UPDATE sightings SET result = 'asked' WHERE folder_id = $1 AND uid < 3`, one);
  await agree({ remembered: 8, asked: 2 });
  await run(`UPDATE sightings SET wanted = true WHERE mailbox_id = $1`, id);
  await agree({ remembered: 8, asked: 2 });
  await run(`UPDATE sightings SET gone_at = now() WHERE folder_id = $1 AND uid > 8`, one);
  await agree({ remembered: 6, asked: 2 });
  await run(`DELETE FROM sightings WHERE folder_id = $1 AND uid = 1`, one);
  await agree({ remembered: 6, asked: 1 });
});
