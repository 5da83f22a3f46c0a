import { chosenFolders } from '../folders/queries';
import type { Listening } from './listener';
import { hasBack, readBack } from './round';

/** Milliseconds between two looks for new mail while older mail is read. */
const newsFirst = 2_000;

/** Reads older mail for a moment. True while there is more, or news of it to be told. */
export async function goBack(listening: Listening, signal: AbortSignal): Promise<boolean> {
  const from = performance.now();
  const mayGoOn = () => !signal.aborted && listening.ears.mayWork() && performance.now() - from < newsFirst;
  let went = false;
  for (const folder of await chosenFolders(listening.mailbox.id)) {
    if (!hasBack(listening, folder) || !mayGoOn()) continue;
    await readBack(listening, folder, mayGoOn);
    went = true;
  }
  return went;
}
