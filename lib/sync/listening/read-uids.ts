import type { MailHead } from '@/lib/mail/imap';
import type { Place } from '../filing/mutations';
import { type Cursor, keepBatch, type Seen } from '../folders/mutations';
import type { Folder } from '../folders/queries';
import { runsOf } from '../heads/wanted';
import { bringsStrangers } from '../strangers/by-itself';
import { fetched, mustBeGone } from './fetching';
import type { Listening } from './listener';
import { weighed } from './weighing';

/** UIDs whose headers are asked for at once. */
export const headsAtOnce = 500;
const run = { most: 100, bytes: 8 * 1024 * 1024 };

export type Direction = 'new' | 'back' | 'wanted';

interface Run {
  readonly seen: readonly Seen[];
  readonly cursor: Cursor;
}

/**
 * Reads mails of the open folder and keeps them, run by run, each with the cursor: new mail upwards, older mail downwards.
 * While one run is kept the next is fetched. What does not come although it is there fails the whole; what is gone
 * meanwhile is gone.
 */
export async function readUids(
  listening: Listening,
  folder: Folder,
  uids: Iterable<readonly number[]>,
  direction: Direction,
): Promise<void> {
  const place = placeOf(listening, folder);
  let keeping = Promise.resolve();
  try {
    for await (const { seen, cursor } of runsRead(listening, folder, uids, direction)) {
      await keeping;
      keeping = keepBatch(listening.lease, folder, seen, place, cursor);
      keeping.catch(() => undefined);
    }
  } finally {
    await keeping;
  }
}

async function* runsRead(
  listening: Listening,
  folder: Folder,
  chunks: Iterable<readonly number[]>,
  direction: Direction,
): AsyncGenerator<Run> {
  for await (const { uids, heads } of headsAhead(listening, chunks)) {
    await mustBeGone(listening, folder, uids, new Set(heads.map(({ uid }) => uid)));
    const known = await weighed(listening, folder, heads);
    known.sort((a, b) => (direction === 'new' ? a.uid - b.uid : b.uid - a.uid));
    const runs = runsOf(known, run);
    for (const [at, one] of runs.entries()) {
      const isLast = at === runs.length - 1;
      const cursor = cursorAfter(direction, isLast ? uids : one.map(({ uid }) => uid));
      yield { seen: await fetched(listening, folder, one), cursor };
    }
    // All of them are gone: the cursor passes over.
    if (runs.length === 0) yield { seen: [], cursor: cursorAfter(direction, uids) };
  }
}

// The server sends the next headers while these are looked at.
async function* headsAhead({ session }: Listening, chunks: Iterable<readonly number[]>) {
  let coming: Promise<{ readonly uids: readonly number[]; readonly heads: readonly MailHead[] }> | null =
    null;
  for (const uids of chunks) {
    const next = session.heads(uids).then((heads) => ({ uids, heads }));
    next.catch(() => undefined);
    if (coming) yield await coming;
    coming = next;
  }
  if (coming) yield await coming;
}

export function placeOf({ mailbox, own }: Listening, { role }: Folder): Place {
  return {
    mailboxId: mailbox.id,
    own,
    mailboxUserId: mailbox.userId,
    inSent: role === 'sent',
    since: mailbox.unknownSenders === 'ignore' || !bringsStrangers(role) ? null : mailbox.connectedAt,
    keeps: false,
  };
}

function cursorAfter(direction: Direction, uids: readonly number[]): Cursor {
  if (direction === 'wanted' || uids.length === 0) return {};
  return direction === 'new' ? { nextUid: Math.max(...uids) + 1 } : { backUid: Math.min(...uids) };
}
