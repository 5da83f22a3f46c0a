import 'server-only';
import { rows } from '@/lib/db/pool';

/** Whether a folder of this mailbox was not compared for most of a day. Only what is read back whole can be. */
export async function comparingIsDue(mailboxId: string): Promise<boolean> {
  const due = await rows(
    `SELECT FROM mailbox_folders f WHERE f.mailbox_id = $1 AND f.chosen AND f.listed AND f.uidvalidity IS NOT NULL
      AND (f.compared_at IS NULL OR f.compared_at < law.clock() - interval '20 hours') LIMIT 1`,
    [mailboxId],
  );
  return due.length > 0;
}
