import { setTimeout as wait } from 'node:timers/promises';
import { isWorthAskingAgain } from '@/lib/errors/database-fault';

/**
 * Does work that may meet a serialization failure or a deadlock, again from its start when it does. The work
 * must hold its whole transaction: what it read before is stale. A lost connection is never tried again, for
 * nobody knows whether it was committed.
 */
export async function withRetry<T>(work: () => Promise<T>, tries = 8): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= tries || !isWorthAskingAgain(error)) throw error;
      await wait(Math.random() * 10 * 2 ** attempt);
    }
  }
}
