import type { Filed, Place } from '../filing/mutations';
import { type Cursor, keepBatch } from '../folders/mutations';
import type { Folder } from '../folders/queries';
import { headFields } from '../heads/head';
import { runsOf } from '../heads/wanted';
import { fetched, mustBeGone, weighed } from './fetching';
import type { Listening } from './listener';

/** UIDs whose headers are asked for at once. */
export const headsAtOnce = 200;
const run = { most: 100, bytes: 8 * 1024 * 1024 };

export type Direction = 'new' | 'back' | 'wanted';

/**
 * Reads at most `headsAtOnce` mails of the open folder and keeps them, run by run, each with the cursor: new mail upwards,
 * older mail downwards. What does not come although it is there fails the whole; what is gone meanwhile is gone.
 */
export async function readUids(
  listening: Listening,
  folder: Folder,
  uids: readonly number[],
  direction: Direction,
): Promise<Filed[]> {
  const { session, lease } = listening;
  const heads = await session.heads(uids, headFields);
  await mustBeGone(listening, folder, uids, new Set(heads.map(({ uid }) => uid)));
  const known = await weighed(listening, folder, heads);
  known.sort((a, b) => (direction === 'new' ? a.uid - b.uid : b.uid - a.uid));
  const filed: Filed[] = [];
  const runs = runsOf(known, run);
  for (const [at, one] of runs.entries()) {
    const seen = await fetched(listening, folder, one);
    const isLast = at === runs.length - 1;
    const cursor = cursorAfter(direction, isLast ? uids : one.map(({ uid }) => uid));
    filed.push(...(await keepBatch(lease, folder, seen, placeOf(listening, folder), cursor)));
  }
  // All of them are gone: the cursor passes over.
  if (runs.length === 0)
    await keepBatch(lease, folder, [], placeOf(listening, folder), cursorAfter(direction, uids));
  return filed;
}

export function placeOf({ mailbox, own }: Listening, { role }: Folder): Place {
  return {
    mailboxId: mailbox.id,
    own,
    mailboxUserId: mailbox.userId,
    inSent: role === 'sent',
    since: mailbox.unknownSenders === 'ignore' ? null : mailbox.connectedAt,
    keeps: false,
  };
}

function cursorAfter(direction: Direction, uids: readonly number[]): Cursor {
  if (direction === 'wanted' || uids.length === 0) return {};
  return direction === 'new' ? { nextUid: Math.max(...uids) + 1 } : { backUid: Math.min(...uids) };
}
