import { setTimeout as wait } from 'node:timers/promises';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { log } from '@/lib/log/log';
import { type Lease, LeaseLost, leaseSeconds, noteFault, release, renew } from '../lease/mutations';
import { secondsToWait } from './back-off';
import { listen } from './listen';
import type { Called, Ears } from './listener';

/** Listens to one mailbox until it fails, the lease is lost or somebody aborts, and gives it back. */
export async function hold(ears: Ears, lease: Lease, signal: AbortSignal, called?: Called): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  const renewing = keepLease(lease, ears, ending);
  let rounds = 0;
  try {
    await listen(ears, lease, ending.signal, {
      roundDone: () => (rounds += 1),
      ...(called ? { called } : {}),
    });
    await release(lease);
  } catch (error) {
    await giveBack(ears, lease, error, rounds);
  } finally {
    end();
    signal.removeEventListener('abort', end);
    await renewing;
  }
}

// A lease that cannot be renewed is somebody else's soon: whoever held it lets go first.
async function keepLease(lease: Lease, { mayWork }: Ears, ending: AbortController): Promise<void> {
  let heldUntil = performance.now() + leaseSeconds * 1000;
  while (!ending.signal.aborted) {
    await wait((leaseSeconds * 1000) / 4, undefined, { signal: ending.signal }).catch(() => undefined);
    if (ending.signal.aborted) return;
    const asked = performance.now();
    try {
      await renew(lease);
      heldUntil = asked + leaseSeconds * 1000;
    } catch (error) {
      if (error instanceof LeaseLost || performance.now() > heldUntil - 5_000) ending.abort();
    }
    if (!mayWork()) ending.abort();
  }
}

async function giveBack({ dice }: Ears, lease: Lease, error: unknown, rounds: number): Promise<void> {
  if (error instanceof LeaseLost) return;
  const fault = faultOf(error);
  try {
    // It is not the mailbox that failed.
    if (fault === null) {
      log.error('listening_failed', error, { mailbox: lease.mailboxId });
      return await release(lease, secondsToWait(0, 'other', dice()));
    }
    // Servers end connections as they like: one that worked is opened again before anybody is told.
    if (rounds > 0 && fault === 'lost') return await release(lease, secondsToWait(0, fault, dice()) / 5);
    const failingFor = await noteFault(lease, fault);
    log.warn('mailbox_failed', { mailbox: lease.mailboxId, fault, for: Math.round(failingFor) });
    await release(lease, secondsToWait(failingFor, fault, dice()));
  } catch (lost) {
    log.error('mailbox_not_released', lost);
  }
}

function faultOf(error: unknown): string | null {
  return isEarshotError(error, 'mail_failed') ? String(error.facts['fault'] ?? 'other') : null;
}
