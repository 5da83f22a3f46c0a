import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '@/lib/log/log';
import { refileWanted } from '../filing/again/mutations';
import { readAgain } from '../filing/rereading/mutations';
import { claim, type Lease } from '../lease/mutations';
import { calledFor } from '../lease/queries';
import { hold } from './hold';
import type { Called, Ears } from './listener';
import { ownHandles } from './own';

/** Milliseconds between two looks for a mailbox that nobody reads. */
const pause = 1_000;
/** Mails of an older reader that are read again at such a look. */
const readAgainAtOnce = 50;
/** Mailboxes that one worker reads at a time. */
const most = 200;

/** Listens to every mailbox that no other worker listens to, until somebody aborts. */
export async function keepListening(ears: Ears, holder: string, signal: AbortSignal): Promise<void> {
  const held = new Set<Promise<void>>();
  const calls = new EventEmitter();
  calls.setMaxListeners(0);
  const called: Called = (mailboxId, back) => {
    calls.once(mailboxId, back);
    return () => calls.off(mailboxId, back);
  };
  while (!signal.aborted) {
    const lease = ears.mayWork() && held.size < most ? await claimed(holder) : null;
    if (lease) {
      const holding = hold(ears, lease, signal, called).finally(() => held.delete(holding));
      held.add(holding);
    } else {
      await wait(pause, undefined, { signal }).catch(() => undefined);
      if (ears.mayWork() && !signal.aborted) await attend(ears, holder, calls);
    }
  }
  await Promise.all(held);
}

// What does not come from a server: what somebody waits for in a mailbox held here, mail that a program brought in, and
// what an older reader read.
async function attend(ears: Ears, holder: string, calls: EventEmitter): Promise<void> {
  try {
    for (const mailboxId of await calledFor(holder)) calls.emit(mailboxId);
    await refileWanted(await ownHandles(), ears.read);
    await readAgain(ears.read, readAgainAtOnce);
  } catch (error) {
    log.error('attending_failed', error);
  }
}

async function claimed(holder: string): Promise<Lease | null> {
  try {
    return await claim(holder);
  } catch (error) {
    log.error('claim_failed', error);
    return null;
  }
}
