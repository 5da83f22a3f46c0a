import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { pool, type Queryable, rows } from '@/lib/db/pool';

/** Somebody who wrote and is no contact: their address, and nothing of what they wrote. */
export interface StrangerWaiting {
  /** The question about them. */
  readonly id: string;
  readonly handle: string;
  readonly name: string | null;
  /** Mails from or to them that were seen in this mailbox, and when the youngest came. */
  readonly mails: number;
  readonly latest: Date;
}

const openSql = `q.answer IS NULL AND q.kind = 'unknown_sender'
  AND NOT EXISTS (SELECT FROM addresses a WHERE a.channel = 'email' AND a.handle = q.handle AND a.state <> 'shared')`;

/** Of a question about somebody who is to be left alone: for ten minutes one may think again. */
export const leftJustNow = `q.kind = 'unknown_sender' AND q.answer = 'left' AND q.answered_at > law.clock() - interval '10 minutes'`;

/** Whom one wanted left alone a moment ago: by their name, else their address. Null when it is too late to think again. */
export async function leftAlone(actor: Actor, id: string): Promise<string | null> {
  const [found] = await rows<{ who: string }>(
    `SELECT coalesce(q.name, q.handle) AS who FROM mail_questions q WHERE q.id = $1 AND q.user_id = $2 AND ${leftJustNow}`,
    [id, actor.userId],
  );
  return found?.who ?? null;
}

/** Who wrote to a mailbox of one's own and is no contact, who wrote last first; at most so many. */
export async function strangersOf(actor: Actor, mailboxId: string, most: number): Promise<StrangerWaiting[]> {
  return rows<StrangerWaiting & Record<string, unknown>>(
    `SELECT q.id, q.handle, q.name, greatest(s.mails, 1) AS mails, coalesce(s.latest, q.asked_at) AS latest
    FROM (SELECT q.* FROM mail_questions q WHERE q.user_id = $1 AND q.mailbox_id = $2 AND ${openSql} ORDER BY q.asked_at DESC, q.id LIMIT $3) q,
      LATERAL (SELECT count(*)::int AS mails, max(s.internal_date) AS latest FROM sightings s
        WHERE s.people @> law.doors_of_mail(ARRAY[q.handle]) AND s.result IN ('remembered', 'asked') AND s.gone_at IS NULL AND s.mailbox_id = $2) s
    ORDER BY latest DESC, q.id`,
    [actor.userId, mailboxId, most],
  );
}

/** How many they are in each mailbox of one's own where there are any, counted up to a hundred. */
export async function strangersWaiting(
  actor: Actor,
): Promise<{ readonly mailboxId: string; readonly email: string; readonly count: number }[]> {
  return rows(
    `SELECT b.id AS "mailboxId", b.email, n.count FROM mailboxes b, LATERAL (SELECT count(*)::int AS count
        FROM (SELECT FROM mail_questions q WHERE q.user_id = $1 AND q.mailbox_id = b.id AND ${openSql} LIMIT 100) x) n
    WHERE b.user_id = $1 AND b.closed_at IS NULL AND n.count > 0 ORDER BY b.email`,
    [actor.userId],
  );
}

/** Which of these handles a user leaves alone for ever. */
export async function ignoredAmong(
  userId: string,
  handles: readonly string[],
  on: Queryable = pool(),
): Promise<Set<string>> {
  if (handles.length === 0) return new Set();
  const found = await rows<{ handle: string }>(
    `SELECT x.handle FROM unnest($2::text[], law.doors_of_mail($2)) x (handle, door)
    JOIN ignored_senders i ON i.user_id = $1 AND i.key_hash = x.door`,
    [userId, handles],
    on,
  );
  return new Set(found.map(({ handle }) => handle));
}

/** Whether there is mail of a user's own to this address, in any folder of sent mail. */
export async function isWrittenTo(userId: string, handle: string): Promise<boolean> {
  const found = await rows(
    `SELECT FROM sightings s JOIN mailbox_folders f ON f.id = s.folder_id AND f.role = 'sent'
      JOIN mailboxes b ON b.id = s.mailbox_id AND b.user_id = $1
    WHERE s.people @> law.doors_of_mail(ARRAY[$2]) AND s.result IN ('remembered', 'asked') AND s.gone_at IS NULL LIMIT 1`,
    [userId, handle],
  );
  return found.length > 0;
}
