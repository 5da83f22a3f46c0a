import { ownAddresses } from '../filing/queries';
import { refileWanted } from '../filing/again/mutations';
import { keepFolders } from '../folders/mutations';
import { chosenFolders, mailboxToRead } from '../folders/queries';
import { handleOf } from '../heads/head';
import { type Lease, LeaseLost } from '../lease/mutations';
import type { Ears, Listening } from './listener';
import { type FolderRead, hasBack, noteRound, readBack, readNew } from './round';

/** Milliseconds between two looks for new mail while older mail is read. */
const newsFirst = 2_000;

/**
 * Listens to one mailbox on one connection until somebody aborts: new mail first, in every folder every `poll` and in
 * INBOX at once, and between that older mail, newest first. `roundDone` is called whenever everything was read.
 * @throws whatever ends it otherwise: a fault of the server, LeaseLost
 */
export async function listen(
  ears: Ears,
  lease: Lease,
  signal: AbortSignal,
  roundDone: () => void = () => undefined,
): Promise<void> {
  const session = await ears.connect(lease.mailboxId);
  const leave = () => session.close();
  signal.addEventListener('abort', leave);
  try {
    await keepFolders(lease, await session.folders());
    const older = new Map<string, number[]>();
    let everywhereAt = -Infinity;
    for (;;) {
      const listening = { ears, session, lease, older, ...(await around(lease)) };
      const isDue = performance.now() - everywhereAt >= ears.poll;
      if (isDue) everywhereAt = performance.now();
      const read = await look(listening, isDue);
      await refileWanted(lease, listening.own, ears.read);
      if (isDue) {
        await noteRound(listening, read);
        roundDone();
      }
      const until = Math.max(0, everywhereAt + ears.poll - performance.now());
      if (await goBack(listening, signal)) continue;
      await session.open(read[0]?.folder.path ?? 'INBOX');
      await session.wait(until, signal);
      if (signal.aborted) return;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', leave);
    session.close();
  }
}

async function around({ mailboxId }: Lease): Promise<Pick<Listening, 'mailbox' | 'own'>> {
  const mailbox = await mailboxToRead(mailboxId);
  if (!mailbox) throw new LeaseLost();
  const own = new Map<string, string>();
  for (const { address, userId } of await ownAddresses()) {
    const handle = handleOf(address);
    if (handle && !own.has(handle)) own.set(handle, userId);
  }
  return { mailbox, own };
}

async function look(listening: Listening, everywhere: boolean): Promise<FolderRead[]> {
  const folders = await chosenFolders(listening.mailbox.id);
  const read: FolderRead[] = [];
  for (const folder of folders) {
    if (everywhere || folder.role === 'inbox') read.push(await readNew(listening, folder));
  }
  return read;
}

// Older mail for a moment; true while there is more, or news of it to be told.
async function goBack(listening: Listening, signal: AbortSignal): Promise<boolean> {
  const from = performance.now();
  let went = false;
  for (const folder of await chosenFolders(listening.mailbox.id)) {
    let at = folder;
    while (hasBack(listening, at) && !signal.aborted && listening.ears.mayWork()) {
      at = await readBack(listening, at);
      went = true;
      if (performance.now() - from > newsFirst) return true;
    }
  }
  return went;
}
