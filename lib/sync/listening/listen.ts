import type { FolderRole } from '@/lib/mail/folder';
import type { FolderNow } from '@/lib/mail/imap';
import { compareFolders, wantMissed } from '../comparing/mutations';
import { comparingIsDue } from '../comparing/queries';
import { refileWanted } from '../filing/again/mutations';
import { keepFolders } from '../folders/mutations';
import { chosenFolders, mailboxToRead } from '../folders/queries';
import { type Lease, LeaseLost, noteHeard } from '../lease/mutations';
import { searchAsked } from '../searching/mutations';
import { goBack } from './going-back';
import type { Called, Ears, Listening } from './listener';
import { ownHandles } from './own';
import { type FolderRead, hasBack, noteRound, readNew } from './round';
import { waited } from './waiting';

/** Rounds between two times that a server is asked which folders there are. */
const roundsAList = 10;
// When something comes in, what we said to it elsewhere may lie there already.
const atOnce: readonly FolderRole[] = ['inbox', 'sent'];

/**
 * Listens to one mailbox on one connection until somebody aborts: new mail first, in every folder every `poll`, in INBOX
 * at once and in Sent at a `glance`, and between that older mail, newest first. `roundDone` is called whenever everything was read.
 * @throws whatever ends it otherwise: a fault of the server, LeaseLost
 */
export async function listen(
  ears: Ears,
  lease: Lease,
  signal: AbortSignal,
  { roundDone = () => undefined, called }: { roundDone?: () => void; called?: Called } = {},
): Promise<void> {
  const session = await ears.connect(lease.mailboxId);
  const leave = () => session.close();
  signal.addEventListener('abort', leave);
  try {
    const older = new Map<string, number[]>();
    let listedAt = -Infinity;
    let everywhereAt = -Infinity;
    let wentBack = false;
    while (!signal.aborted) {
      const mailbox = await mailboxToRead(lease.mailboxId);
      if (!mailbox) throw new LeaseLost();
      const listening = { ears, session, lease, older, mailbox, own: await ownHandles() };
      const isDue = performance.now() - everywhereAt >= ears.poll;
      if (isDue && performance.now() - listedAt >= ears.poll * roundsAList) {
        listedAt = performance.now();
        await keepFolders(lease, await session.folders());
      }
      if (isDue) {
        everywhereAt = performance.now();
        await searchAsked(lease, session);
      }
      const read = await look(listening, isDue);
      if (isDue) {
        await endRound(listening, read);
        roundDone();
      }
      if (read.some(({ isMore }) => isMore)) {
        everywhereAt = -Infinity;
        continue;
      }
      const went = await goBack(listening, signal);
      if (went || wentBack) {
        // What was read back to the end is said at once, not when the next look into every folder is due.
        if (!went) everywhereAt = -Infinity;
        wentBack = went;
        continue;
      }
      const left = Math.max(0, everywhereAt + ears.poll - performance.now());
      const [inbox] = read;
      const now = await session.open(inbox?.folder.path ?? 'INBOX');
      // What came since it was looked at: nobody will be told of it any more.
      if (inbox?.now && !standsAs(inbox.now, now)) continue;
      const sent = read.filter(({ folder }) => folder.role === 'sent');
      if (await waited(listening, { sent, left, signal, called })) everywhereAt = -Infinity;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    session.close();
  }
}

function standsAs(one: FolderNow, other: FolderNow): boolean {
  return (
    one.uidnext === other.uidnext && one.exists === other.exists && one.uidvalidity === other.uidvalidity
  );
}

async function look(listening: Listening, everywhere: boolean): Promise<FolderRead[]> {
  const folders = await chosenFolders(listening.mailbox.id);
  const read: FolderRead[] = [];
  for (const folder of folders) {
    if (everywhere || atOnce.includes(folder.role)) read.push(await readNew(listening, folder));
  }
  await refileWanted(listening.own, listening.ears.read, listening.mailbox.id);
  return read;
}

async function endRound(listening: Listening, read: readonly FolderRead[]): Promise<void> {
  const { lease, session } = listening;
  await noteRound(listening, read);
  await noteHeard(lease);
  if (read.some(({ folder }) => hasBack(listening, folder)) || !(await comparingIsDue(lease.mailboxId)))
    return;
  await compareFolders(lease, session);
  await wantMissed(lease);
}
