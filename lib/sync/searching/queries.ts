import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** Whether every mailbox of one's own has been searched for this address, and how many mails that brought. */
export async function searchedFor(
  actor: Actor,
  handle: string,
): Promise<{ readonly done: boolean; readonly found: number }> {
  const [told] = await rows<{ done: boolean; found: number }>(
    `SELECT coalesce(bool_and(s.searched_at IS NOT NULL), true) AS done, coalesce(sum(s.found), 0)::int AS found
    FROM mailboxes b LEFT JOIN mail_searches s ON s.mailbox_id = b.id AND s.handle = $2
    WHERE b.user_id = $1 AND b.closed_at IS NULL`,
    [actor.userId, handle],
  );
  return told ?? { done: false, found: 0 };
}
