import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** A folder of a mailbox, and how far it was heard. */
export interface HeardFolder {
  readonly path: string;
  readonly role: 'inbox' | 'sent' | 'archive' | 'other';
  /** Everything up to here was read; null before the first time. */
  readonly readToEndAt: Date | null;
  /** When its ids were last held against what was seen, and how many were missing then. */
  readonly comparedAt: Date | null;
  readonly missing: number;
  readonly seen: number;
  /** Looked at and not kept, each with a reason. */
  readonly skipped: number;
  /** Known to be there, and to be read next. */
  readonly waiting: number;
  /** Mail from before it was connected: how much there was, and how much of it was read. */
  readonly backTotal: number;
  readonly backRead: number;
}

/** The folders of a mailbox of one's own that are read, INBOX first; none of anybody else's. */
export async function heardFolders(actor: Actor, mailboxId: string): Promise<HeardFolder[]> {
  return rows<HeardFolder>(
    `SELECT f.path, f.role, f.read_to_end_at AS "readToEndAt", f.compared_at AS "comparedAt", f.missing,
       f.back_total AS "backTotal", least(f.back_read, f.back_total) AS "backRead", s.seen, s.skipped, s.waiting
     FROM mailbox_folders f JOIN mailboxes b ON b.id = f.mailbox_id AND b.user_id = $1,
       LATERAL (SELECT count(*) FILTER (WHERE NOT s.wanted OR s.result <> 'skipped')::int AS seen,
           count(*) FILTER (WHERE s.result = 'skipped' AND NOT s.wanted)::int AS skipped, count(*) FILTER (WHERE s.wanted)::int AS waiting
         FROM sightings s WHERE s.folder_id = f.id AND s.uidvalidity = f.uidvalidity AND s.gone_at IS NULL) s
     WHERE f.mailbox_id = $2 AND f.chosen ORDER BY f.role, f.path`,
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
