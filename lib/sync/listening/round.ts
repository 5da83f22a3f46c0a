import type { FolderNow } from '@/lib/mail/imap';
import { keepBatch, noteOpened, noteReadToEnd } from '../folders/mutations';
import { type Folder, moment, wantedUids } from '../folders/queries';
import type { Listening } from './listener';
import { headsAtOnce, placeOf, readUids } from './read-uids';

/** Mails that are read in one folder before the others have their turn, and looks into it. */
const most = { mails: 5_000, looks: 25 };

export interface FolderRead {
  readonly folder: Folder;
  /** How it stood at the last look. */
  readonly now: FolderNow | null;
  /** The moment before the look that found nothing new; null where there was more than one turn's worth. */
  readonly readToEndAt: Date | null;
  /** There was more than one turn's worth. */
  readonly isMore: boolean;
}

/** Reads what is new in a folder, and what in it is wanted after all, until a look finds nothing. */
export async function readNew(listening: Listening, before: Folder): Promise<FolderRead> {
  const { session, lease } = listening;
  let folder = before;
  let now: FolderNow | null = null;
  let left = most.mails;
  for (let looks = 0; looks < most.looks && left > 0; looks += 1) {
    const at = await moment();
    now = await session.open(folder.path);
    folder = await noteOpened(lease, folder, now);
    const uids = await session.uidsFrom(folder.nextUid);
    const wanted = uids.length === 0 ? await wantedUids(folder, headsAtOnce) : [];
    if (uids.length === 0 && wanted.length === 0) return { folder, now, readToEndAt: at, isMore: false };
    const turn = uids.slice(0, left);
    left -= turn.length + wanted.length;
    await readUids(listening, folder, chunksOf(turn), 'new');
    if (wanted.length > 0) await readUids(listening, folder, [wanted], 'wanted');
    folder = { ...folder, nextUid: (turn.at(-1) ?? folder.nextUid - 1) + 1 };
  }
  return { folder, now, readToEndAt: null, isMore: left <= 0 };
}

function* chunksOf(uids: readonly number[]): Generator<readonly number[]> {
  for (let at = 0; at < uids.length; at += headsAtOnce) yield uids.slice(at, at + headsAtOnce);
}

/** Whether older mail of a folder is still to be read. */
export function hasBack({ mailbox }: Listening, { backUid, reread }: Folder): boolean {
  return backUid > 1 && (mailbox.backReading || reread);
}

/** Reads older mails of a folder, the next ones first, while `mayGoOn`. Answers how the folder stands then. */
export async function readBack(
  listening: Listening,
  before: Folder,
  mayGoOn: () => boolean,
): Promise<Folder> {
  const { session, lease, older } = listening;
  const folder = await noteOpened(lease, before, await session.open(before.path));
  const key = `${folder.id} ${folder.uidvalidity}`;
  // Listed once a connection: what comes later stands above, and what has gone is found to be gone.
  const left = older.get(key) ?? (await session.present()).filter((uid) => uid < folder.backUid);
  older.set(key, left);
  let { backUid } = folder;
  function* next(): Generator<readonly number[]> {
    while (left.length > 0 && mayGoOn()) {
      const uids = left.splice(-headsAtOnce);
      backUid = uids[0] ?? backUid;
      yield uids;
    }
  }
  await readUids(listening, folder, next(), 'back');
  // Below the first mail there is nothing.
  if (left.length === 0) {
    backUid = 1;
    await keepBatch(lease, folder, [], placeOf(listening, folder), { backUid });
  }
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
