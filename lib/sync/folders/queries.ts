import 'server-only';
import { pool, type Queryable, rows } from '@/lib/db/pool';
import type { FolderRole } from '@/lib/mail/folder';

/** A folder, and how far it was read: every UID from `backUid` up to before `nextUid` has a sighting or is gone. */
export interface Folder {
  readonly id: string;
  readonly mailboxId: string;
  readonly path: string;
  readonly role: FolderRole;
  /** Null until it was opened for the first time. */
  readonly uidvalidity: string | null;
  readonly nextUid: number;
  readonly backUid: number;
  readonly reread: boolean;
  readonly readToEndAt: Date | null;
  readonly comparedAt: Date | null;
}

export const folderColumns = `f.id, f.mailbox_id AS "mailboxId", f.path, f.role, f.uidvalidity::text AS uidvalidity,
  f.next_uid::float8 AS "nextUid", f.back_uid::float8 AS "backUid", f.reread, f.read_to_end_at AS "readToEndAt",
  f.compared_at AS "comparedAt"`;

/** The folders of a mailbox that are read, INBOX first. */
export async function chosenFolders(mailboxId: string, on: Queryable = pool()): Promise<Folder[]> {
  return rows<Folder>(
    `SELECT ${folderColumns} FROM mailbox_folders f WHERE f.mailbox_id = $1 AND f.chosen AND f.listed ORDER BY f.role, f.path`,
    [mailboxId],
    on,
  );
}

/** What a worker has to know of a mailbox to read it; null when it is closed. */
export interface MailboxToRead {
  readonly id: string;
  readonly userId: string;
  readonly backReading: boolean;
  readonly unknownSenders: 'ask' | 'add' | 'ignore';
  readonly connectedAt: Date;
}

export async function mailboxToRead(id: string, on: Queryable = pool()): Promise<MailboxToRead | null> {
  const [found] = await rows<MailboxToRead>(
    `SELECT b.id, b.user_id AS "userId", b.back_reading AS "backReading", b.unknown_senders AS "unknownSenders",
      b.connected_at AS "connectedAt" FROM mailboxes b WHERE b.id = $1 AND b.closed_at IS NULL`,
    [id],
    on,
  );
  return found ?? null;
}

/** The moment by the database's clock: never later than what is looked at next. */
export async function moment(): Promise<Date> {
  const [found] = await rows<{ at: Date }>('SELECT law.clock() AS at');
  if (!found) throw new Error('The database knows no time.');
  return found.at;
}

/** The UIDs of a folder that have a sighting and are not known to be gone, ascending. */
export async function sightedUids({ id, uidvalidity }: Folder): Promise<number[]> {
  const found = await rows<{ uid: number }>(
    `SELECT uid::float8 AS uid FROM sightings WHERE folder_id = $1 AND uidvalidity = $2 AND gone_at IS NULL ORDER BY sightings.uid`,
    [id, uidvalidity],
  );
  return found.map(({ uid }) => uid);
}

/** Mail in a folder that was remembered, or missed, and is to be read after all; at most so much. */
export async function wantedUids({ id, uidvalidity }: Folder, most: number): Promise<number[]> {
  const found = await rows<{ uid: number }>(
    `SELECT uid::float8 AS uid FROM sightings WHERE folder_id = $1 AND uidvalidity = $2 AND wanted AND gone_at IS NULL
    ORDER BY sightings.uid DESC LIMIT $3`,
    [id, uidvalidity, most],
  );
  return found.map(({ uid }) => uid);
}
