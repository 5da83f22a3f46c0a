import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { record } from '@/lib/events/mutations';

/**
 * Says whether a folder of a mailbox of one's own is read. INBOX, Sent and Archive always are, drafts never: nobody has
 * sent them. What is chosen has not been read to its end, however long ago it was read. Answers whether anything changed.
 */
export async function chooseFolder(
  writer: Writer,
  { mailboxId, folderId, chosen }: { mailboxId: string; folderId: string; chosen: boolean },
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE mailbox_folders f SET chosen = ${chosen}, read_to_end_at = NULL FROM mailboxes b
      WHERE f.id = ${folderId}::uuid AND f.mailbox_id = ${mailboxId}::uuid AND f.listed AND f.chosen <> ${chosen}
        AND f.role IN ('other', 'junk', 'trash')
        AND b.id = f.mailbox_id AND b.user_id = ${writer.userId}::uuid AND b.closed_at IS NULL`;
    if (changed === 1) await record(tx, writer, 'mailbox_changed', { subjectId: mailboxId });
    return changed === 1;
  });
}
