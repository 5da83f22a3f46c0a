import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { FolderRole } from '@/lib/mail/folder';

/** A folder of a mailbox, and how far it was heard. */
export interface HeardFolder {
  readonly id: string;
  readonly path: string;
  readonly role: FolderRole;
  /** Everything up to here was read; null before the first time. */
  readonly readToEndAt: Date | null;
  /** When its ids were last held against what was seen, and how many were missing then. */
  readonly comparedAt: Date | null;
  readonly missing: number;
  /** Of what was looked at: how many are messages with contacts, how many are remembered without their words. */
  readonly messages: number;
  readonly remembered: number;
  /** Looked at and not kept, each with a reason. */
  readonly skipped: number;
  /** Known to be there, and to be read next. */
  readonly waiting: number;
  /** Mail from before it was connected: how much there was, and how much of it was read. */
  readonly backTotal: number;
  readonly backRead: number;
  /** There is older mail in it that was not read. */
  readonly hasOlder: boolean;
}

/** The folders of a mailbox of one's own that are read, INBOX first; none of anybody else's. */
export async function heardFolders(actor: Actor, mailboxId: string): Promise<HeardFolder[]> {
  return rows<HeardFolder>(
    `SELECT f.id, f.path, f.role, f.read_to_end_at AS "readToEndAt", f.compared_at AS "comparedAt", f.missing,
       f.back_total AS "backTotal", least(f.back_read, f.back_total) AS "backRead", f.back_uid > 1 AS "hasOlder",
       f.messages, f.remembered + f.asked AS remembered, f.skipped, coalesce(w.waiting, 0) AS waiting
     FROM mailbox_folders f JOIN mailboxes b ON b.id = f.mailbox_id AND b.user_id = $1
       LEFT JOIN (SELECT s.folder_id, count(*)::int AS waiting FROM sightings s WHERE s.mailbox_id = $2 AND s.wanted AND s.gone_at IS NULL
         GROUP BY 1) w ON w.folder_id = f.id
     WHERE f.mailbox_id = $2 AND f.chosen AND f.listed ORDER BY f.role, f.path`,
    [actor.userId, mailboxId],
  );
}

/** A folder that is not read. Drafts never are: nobody has sent them. */
export type UnheardFolder = Pick<HeardFolder, 'id' | 'path' | 'role'>;

/** The folders of a mailbox of one's own that are not read. */
export async function unheardFolders(actor: Actor, mailboxId: string): Promise<UnheardFolder[]> {
  return rows<UnheardFolder>(
    `SELECT f.id, f.path, f.role FROM mailbox_folders f JOIN mailboxes b ON b.id = f.mailbox_id AND b.user_id = $1
     WHERE f.mailbox_id = $2 AND f.listed AND NOT f.chosen ORDER BY f.role = 'other', f.role, f.path LIMIT 500`,
    [actor.userId, mailboxId],
  );
}

/** Mails that were not kept for one reason, a code of ours or of the database. */
export interface Skipped {
  readonly why: string;
  readonly count: number;
  /** When the youngest of them came. */
  readonly latest: Date;
}

/** Why mail of a mailbox of one's own was skipped, the most frequent reason first. */
export async function skippedIn(actor: Actor, mailboxId: string): Promise<Skipped[]> {
  return rows<Skipped>(
    `SELECT s.why, count(*)::int AS count, max(s.internal_date) AS latest FROM sightings s
     JOIN mailboxes b ON b.id = s.mailbox_id AND b.user_id = $1
     WHERE s.mailbox_id = $2 AND s.result = 'skipped' AND NOT s.wanted AND s.gone_at IS NULL GROUP BY s.why ORDER BY 2 DESC, 1 LIMIT 20`,
    [actor.userId, mailboxId],
  );
}
