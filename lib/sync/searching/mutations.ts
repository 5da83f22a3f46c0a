import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { ImapSession } from '@/lib/mail/imap';
import { noteOpened } from '../folders/mutations';
import { chosenFolders } from '../folders/queries';
import { holding, type Lease } from '../lease/mutations';

/**
 * Before a first e-mail to somebody: every mailbox of the writer is searched for their address (normalized), as soon as
 * the worker comes to it. `searchedFor` tells when that is done. Asked again, it is searched again.
 */
export async function askToSearch(writer: Writer, handle: string): Promise<void> {
  await rows(
    `INSERT INTO mail_searches (mailbox_id, handle, asked_at)
    SELECT b.id, $2, law.clock() FROM mailboxes b WHERE b.user_id = $1 AND b.closed_at IS NULL
    ON CONFLICT (mailbox_id, handle) DO UPDATE SET asked_at = excluded.asked_at, searched_at = NULL`,
    [writer.userId, handle],
  );
}

/** Looks for the addresses that were asked about; what is found and was not read is read at the next look. */
export async function searchAsked(lease: Lease, session: ImapSession): Promise<void> {
  const asked = await rows<{ handle: string }>(
    'SELECT handle FROM mail_searches WHERE mailbox_id = $1 AND searched_at IS NULL ORDER BY asked_at LIMIT 20',
    [lease.mailboxId],
  );
  for (const { handle } of asked) await search(lease, session, handle);
}

async function search(lease: Lease, session: ImapSession, handle: string): Promise<void> {
  let found = 0;
  for (const before of await chosenFolders(lease.mailboxId)) {
    const folder = await noteOpened(lease, before, await session.open(before.path));
    const uids = await session.withAddress(handle);
    found += await holding(lease, async (client) => {
      const wanted = await client.query(
        `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, seen_at, wanted)
        SELECT $1, $2, u, $3, 'skipped', 'found_by_search', law.clock(), law.clock(), true FROM unnest($4::bigint[]) u
        ON CONFLICT (folder_id, uidvalidity, uid) DO UPDATE SET wanted = true WHERE sightings.result <> 'message' AND sightings.gone_at IS NULL`,
        [folder.id, folder.uidvalidity, lease.mailboxId, uids],
      );
      return wanted.rowCount ?? 0;
    });
  }
  await rows(
    'UPDATE mail_searches SET searched_at = law.clock(), found = $3 WHERE mailbox_id = $1 AND handle = $2',
    [lease.mailboxId, handle, found],
  );
}
