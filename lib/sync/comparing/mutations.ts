import 'server-only';
import { rows } from '@/lib/db/pool';
import type { ImapSession } from '@/lib/mail/imap';
import { noteOpened } from '../folders/mutations';
import { chosenFolders, type Folder, sightedUids } from '../folders/queries';
import { holding, type Lease } from '../lease/mutations';
import { differenceOf } from './difference';

/** What a comparison of one folder found. */
export interface Compared {
  readonly path: string;
  /** UIDs that are there, lie in what was read, and were never seen. */
  readonly missing: readonly number[];
  /** How many were seen and are there no longer. */
  readonly gone: number;
}

/**
 * Holds the ids of every folder against what was seen of it: the proof that nothing was passed over. What is missing is
 * counted with the folder and read the next time; what is gone is noted as gone.
 */
export async function compareFolders(lease: Lease, session: ImapSession): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const before of await chosenFolders(lease.mailboxId)) {
    const folder = await noteOpened(lease, before, await session.open(before.path));
    const there = (await session.present()).filter((uid) => uid >= folder.backUid && uid < folder.nextUid);
    const { missing, gone } = differenceOf(there, await sightedUids(folder));
    await keepDifference(lease, folder, missing, gone);
    compared.push({ path: folder.path, missing, gone: gone.length });
  }
  return compared;
}

/**
 * Finds remembered mail of whom was added, and of what came, in the last two days, once more: when both happened in the
 * same moment, neither saw the other.
 */
export async function wantMissed({ mailboxId }: Lease): Promise<void> {
  await rows(
    `UPDATE sightings SET wanted = true WHERE people && ARRAY(SELECT a.door_hashes[1] FROM addresses a
        WHERE a.created_at > law.clock() - interval '2 days' AND a.channel = 'email' AND a.state = 'held')
      AND mailbox_id = $1 AND result IN ('remembered', 'asked') AND gone_at IS NULL AND NOT wanted`,
    [mailboxId],
  );
  await rows(
    `UPDATE sightings SET wanted = true WHERE refs && ARRAY(SELECT sha256(convert_to(m.message_id_header, 'UTF8')) FROM messages m
        WHERE m.recorded_at > law.clock() - interval '2 days' AND m.message_id_header IS NOT NULL)
      AND mailbox_id = $1 AND result IN ('remembered', 'asked') AND gone_at IS NULL AND NOT wanted`,
    [mailboxId],
  );
}

async function keepDifference(
  lease: Lease,
  { id, uidvalidity, mailboxId }: Folder,
  missing: readonly number[],
  gone: readonly number[],
): Promise<void> {
  await holding(lease, async (client) => {
    await rows(
      `UPDATE sightings SET gone_at = law.clock(), wanted = false WHERE folder_id = $1 AND uidvalidity = $2 AND uid = ANY ($3) AND gone_at IS NULL`,
      [id, uidvalidity, gone],
      client,
    );
    await rows(
      `INSERT INTO sightings (folder_id, uidvalidity, uid, mailbox_id, result, why, internal_date, seen_at, wanted)
      SELECT $1, $2, u, $3, 'skipped', 'passed_over', law.clock(), law.clock(), true FROM unnest($4::bigint[]) u
      ON CONFLICT (folder_id, uidvalidity, uid) DO UPDATE SET wanted = true, gone_at = NULL, result = 'skipped', why = 'passed_over'`,
      [id, uidvalidity, mailboxId, missing],
      client,
    );
    await rows(
      'UPDATE mailbox_folders SET compared_at = law.clock(), missing = $2 WHERE id = $1',
      [id, missing.length],
      client,
    );
  });
}
