import 'server-only';
import { v7 } from 'uuid';
import { type PoolClient, rows } from '@/lib/db/pool';
import { databaseFault } from '@/lib/errors/database-fault';
import type { FolderNow, FolderOnServer } from '@/lib/mail/imap';
import type { Prepared } from '../filing/incoming';
import { type Filed, fileMail, type Place } from '../filing/mutations';
import { doorsOf } from '../filing/queries';
import { isUnkeepable } from '../filing/unkeepable';
import { sha256 } from '../identity';
import { holding, type Lease } from '../lease/mutations';
import { type Folder, folderColumns } from './queries';

/** Keeps the folders a server lists. Which are read is said once: INBOX, Sent, Archive, unless somebody chooses. */
export async function keepFolders(lease: Lease, listed: readonly FolderOnServer[]): Promise<void> {
  await holding(lease, async (client) => {
    for (const { path, role } of listed) {
      await client.query(
        `INSERT INTO mailbox_folders (id, mailbox_id, path, role, chosen) VALUES ($1, $2, $3, $4, $4 <> 'other'::folder_role)
        ON CONFLICT (mailbox_id, path) DO UPDATE SET role = excluded.role WHERE mailbox_folders.role <> excluded.role`,
        [v7(), lease.mailboxId, path, role],
      );
    }
    // A folder that is no longer there keeps nobody waiting for it.
    await client.query(
      'UPDATE mailbox_folders SET chosen = false WHERE mailbox_id = $1 AND path <> ALL ($2) AND chosen',
      [lease.mailboxId, listed.map(({ path }) => path)],
    );
  });
}

/** How a folder stands on the server now. With other ids than before, everything in it is read anew, and nothing twice. */
export async function noteOpened(lease: Lease, folder: Folder, now: FolderNow): Promise<Folder> {
  const { uidvalidity, uidnext, exists, highestModseq } = now;
  if (folder.uidvalidity === uidvalidity.toString()) return folder;
  return holding(lease, async (client) => {
    await client.query(
      'UPDATE sightings SET gone_at = law.clock(), wanted = false WHERE folder_id = $1 AND gone_at IS NULL',
      [folder.id],
    );
    const [noted] = await rows<Folder>(
      `UPDATE mailbox_folders f SET uidvalidity = $2, next_uid = $3, back_uid = $3, reread = f.uidvalidity IS NOT NULL,
        back_total = $4, back_read = 0, highest_modseq = $5, read_to_end_at = NULL WHERE f.id = $1 RETURNING ${folderColumns}`,
      [folder.id, uidvalidity, Math.max(uidnext, 1), exists, highestModseq],
      client,
    );
    return noted ?? folder;
  });
}

/** A mail that was looked at: its header alone, or whole. */
export type Seen =
  | {
      readonly uid: number;
      readonly internalDate: Date;
      readonly people: readonly string[];
      readonly refs: readonly string[];
    }
  | { readonly uid: number; readonly internalDate: Date; readonly prepared: Prepared };

/** How far a folder is read once this batch is kept. */
export interface Cursor {
  readonly nextUid?: number;
  readonly backUid?: number;
}

/**
 * Keeps a batch: messages, where each mail was seen, and how far the folder is read, in one transaction. What is
 * broken so that it cannot be kept is listed as skipped; what fails otherwise fails the batch, which is then read again.
 */
export async function keepBatch(
  lease: Lease,
  folder: Folder,
  seen: readonly Seen[],
  place: Place,
  cursor: Cursor,
): Promise<Filed[]> {
  return holding(lease, async (client) => {
    const people = seen.flatMap((one) => ('prepared' in one ? one.prepared.people : one.people));
    const doors = await doorsOf([...new Set(people)], client);
    const ends: (End | null)[] = [];
    for (const one of seen) {
      ends.push('prepared' in one ? await filedOrSkipped(client, one.prepared, place) : null);
    }
    await keepSightings(
      client,
      folder,
      seen.map((one, at) => sightingOf(one, doors, ends[at] ?? null)),
    );
    await client.query(
      `UPDATE mailbox_folders SET next_uid = greatest(next_uid, $2), back_uid = least(back_uid, $3),
        reread = reread AND least(back_uid, $3) > 1, back_read = back_read + CASE WHEN $3::bigint IS NULL THEN 0 ELSE $4 END WHERE id = $1`,
      [folder.id, cursor.nextUid ?? null, cursor.backUid ?? null, seen.length],
    );
    return ends.flatMap((end) => (end && end.result !== 'skipped' ? [end] : []));
  });
}

type End = Filed | { readonly result: 'skipped'; readonly why: string; readonly rawMailId: null };

// What PostgreSQL or the law cannot take of one mail (classes 22 and 23, P0G02) is no reason to stay deaf to the rest.
async function filedOrSkipped(client: PoolClient, prepared: Prepared, place: Place): Promise<End> {
  await client.query('SAVEPOINT one_mail');
  try {
    const filed = await fileMail(client, prepared, place);
    await client.query('RELEASE SAVEPOINT one_mail');
    return filed;
  } catch (error) {
    const fault = databaseFault(error);
    if (!fault || !isUnkeepable(error)) throw error;
    await client.query('ROLLBACK TO SAVEPOINT one_mail');
    const why = fault.sqlstate === 'P0G02' ? fault.message : `not_kept_${fault.sqlstate.toLowerCase()}`;
    return { result: 'skipped', why: why.replace(/[^a-z_0-9]/g, '_').slice(0, 60), rawMailId: null };
  }
}

// What is a message is found by its contact; only the rest has to be found again.
function sightingOf(seen: Seen, doors: ReadonlyMap<string, Buffer>, end: End | null) {
  const known = 'prepared' in seen ? { people: seen.prepared.people, refs: seen.prepared.mail.refs } : seen;
  const isMessage = end?.result === 'message';
  const people = isMessage ? [] : known.people.flatMap((handle) => doors.get(handle)?.toString('hex') ?? []);
  const refs = isMessage ? [] : known.refs.map((ref) => sha256(ref).toString('hex'));
  const { result = 'remembered', why = null, rawMailId = null } = end ?? {};
  return { uid: seen.uid, at: seen.internalDate.toISOString(), result, why, raw: rawMailId, people, refs };
}

async function keepSightings(
  client: PoolClient,
  { id, uidvalidity, mailboxId }: Folder,
  sightings: readonly ReturnType<typeof sightingOf>[],
): Promise<void> {
  await client.query(
    `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, raw_mail_id, people, refs, internal_date, seen_at)
    SELECT $1, $2, x.uid, $3, x.result, x.why, x.raw, ARRAY(SELECT decode(p, 'hex') FROM jsonb_array_elements_text(x.people) p),
      ARRAY(SELECT decode(r, 'hex') FROM jsonb_array_elements_text(x.refs) r), x.at, law.clock()
    FROM jsonb_to_recordset($4::jsonb) x (uid bigint, at timestamptz, result sighting_result, why text, raw uuid, people jsonb, refs jsonb)
    ON CONFLICT (folder_id, uidvalidity, uid) DO UPDATE SET result = excluded.result, why = excluded.why,
      raw_mail_id = excluded.raw_mail_id, people = excluded.people, refs = excluded.refs, wanted = false, gone_at = NULL`,
    [id, uidvalidity, mailboxId, JSON.stringify(sightings)],
  );
}

/** These mails of a folder are no longer there. */
export async function noteGone(
  lease: Lease,
  { id, uidvalidity }: Folder,
  uids: readonly number[],
): Promise<void> {
  await holding(lease, (client) =>
    client.query(
      `UPDATE sightings SET gone_at = law.clock(), wanted = false WHERE folder_id = $1 AND uidvalidity = $2 AND uid = ANY ($3) AND gone_at IS NULL`,
      [id, uidvalidity, uids],
    ),
  );
}

/** A folder held nothing new when it was looked at, at this moment, and nothing older waits to be read. */
export async function noteReadToEnd(
  lease: Lease,
  folders: readonly Folder[],
  at: ReadonlyMap<string, Date>,
): Promise<void> {
  const moments = folders.map(({ id }) => at.get(id)?.getTime() ?? 0);
  await holding(lease, async (client) => {
    for (const [index, { id }] of folders.entries()) {
      const read = moments[index];
      if (read)
        await client.query('UPDATE mailbox_folders SET read_to_end_at = $2 WHERE id = $1', [
          id,
          new Date(read),
        ]);
    }
    const earliest = Math.min(...moments);
    if (folders.length === 0 || earliest <= 0) return;
    await client.query('UPDATE mailboxes SET read_to_end_at = $2 WHERE id = $1', [
      lease.mailboxId,
      new Date(earliest),
    ]);
  });
}
