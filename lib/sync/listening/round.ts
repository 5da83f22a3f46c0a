import type { Filed } from '../filing/mutations';
import { keepBatch, noteOpened, noteReadToEnd } from '../folders/mutations';
import { type Folder, moment, wantedUids } from '../folders/queries';
import type { Listening } from './listener';
import { headsAtOnce, placeOf, readUids } from './read-uids';

/** Runs of new mail in one folder before the others have their turn. */
const mostRuns = 25;

export interface FolderRead {
  readonly folder: Folder;
  /** The moment before the look that found nothing new; null where there was more than one turn's worth. */
  readonly readToEndAt: Date | null;
  readonly filed: readonly Filed[];
}

/** Reads what is new in a folder, and what in it is wanted after all, until a look finds nothing. */
export async function readNew(listening: Listening, before: Folder): Promise<FolderRead> {
  const { session, lease } = listening;
  const filed: Filed[] = [];
  let folder = before;
  for (let runs = 0; runs < mostRuns; runs += 1) {
    const at = await moment();
    const opened = await noteOpened(lease, folder, await session.open(folder.path));
    folder = opened;
    const uids = await session.uidsFrom(folder.nextUid);
    const wanted = uids.length === 0 ? await wantedUids(folder, headsAtOnce) : [];
    if (uids.length === 0 && wanted.length === 0) return { folder, readToEndAt: at, filed };
    if (uids.length > 0) {
      const now = uids.slice(0, headsAtOnce);
      filed.push(...(await readUids(listening, folder, now, 'new')));
      folder = { ...folder, nextUid: (now.at(-1) ?? folder.nextUid - 1) + 1 };
    } else {
      filed.push(...(await readUids(listening, folder, wanted, 'wanted')));
    }
  }
  return { folder, readToEndAt: null, filed };
}

/** Whether older mail of a folder is still to be read. */
export function hasBack({ mailbox }: Listening, { backUid, reread }: Folder): boolean {
  return backUid > 1 && (mailbox.backReading || reread);
}

/** Reads the next older mails of a folder. Answers how the folder stands then. */
export async function readBack(listening: Listening, before: Folder): Promise<Folder> {
  const { session, lease, older } = listening;
  const folder = await noteOpened(lease, before, await session.open(before.path));
  const key = `${folder.id} ${folder.uidvalidity}`;
  // Listed once a connection: what comes later stands above, and what has gone is found to be gone.
  const left = older.get(key) ?? (await session.present()).filter((uid) => uid < folder.backUid);
  const now = left.splice(-headsAtOnce);
  older.set(key, left);
  if (now.length > 0) await readUids(listening, folder, now, 'back');
  const backUid = left.length === 0 ? 1 : Math.min(...now);
  // Below the first mail there is nothing.
  if (left.length === 0) await keepBatch(lease, folder, [], placeOf(listening, folder), { backUid });
  return { ...folder, backUid, reread: folder.reread && backUid > 1 };
}

/** Notes how far everything was listened to. Older mail that is still to be read may hold an answer. */
export async function noteRound(listening: Listening, read: readonly FolderRead[]): Promise<void> {
  const at = new Map<string, Date>();
  for (const { folder, readToEndAt } of read) {
    if (readToEndAt && !hasBack(listening, folder)) at.set(folder.id, readToEndAt);
  }
  await noteReadToEnd(
    listening.lease,
    read.map(({ folder }) => folder),
    at,
  );
}
