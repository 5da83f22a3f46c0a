import 'server-only';
import { rows } from '@/lib/db/pool';

/**
 * Mailboxes that this worker holds, and in which somebody waits for more than new mail: a search, mail of whom was added,
 * a folder that was chosen.
 */
export async function calledFor(holder: string): Promise<string[]> {
  const called = await rows<{ id: string }>(
    `SELECT b.id FROM mailboxes b WHERE b.lease_holder = $1 AND b.leased_until > law.clock() AND (
      EXISTS (SELECT FROM mail_searches s WHERE s.mailbox_id = b.id AND s.searched_at IS NULL)
      OR EXISTS (SELECT FROM sightings s JOIN mailbox_folders f ON f.id = s.folder_id AND f.chosen AND f.listed AND f.uidvalidity = s.uidvalidity
        WHERE s.mailbox_id = b.id AND s.wanted)
      OR EXISTS (SELECT FROM mailbox_folders f WHERE f.mailbox_id = b.id AND f.chosen AND f.listed AND f.read_to_end_at IS NULL))`,
    [holder],
  );
  return called.map(({ id }) => id);
}
