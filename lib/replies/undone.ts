import type { Outcome } from '@/generated/prisma/client';
import type { HearAgain } from './again';
import { outcomes } from './hearing';

/** A hearing that was just undone. */
export interface Undone {
  readonly outcome: Outcome;
  /** Nothing was heard before it: it is asked anew, and counts until that is answered. */
  readonly asksAnew: boolean;
}

/** Where an undo leads: back to the reply, at its old place in the row of those that are listened to. */
export function undonePath(
  messageId: string,
  { undone, stands, done }: { readonly undone: Outcome; readonly stands: boolean; readonly done: number },
): string {
  return `/listen/${messageId}?${stands ? 'stands' : 'undone'}=${undone}&done=${Math.max(done - 1, 0)}`;
}

/**
 * What an undo has just taken back, as the address tells it. Of an address that is older than what counts now, or that
 * somebody else follows, nothing is believed.
 */
export function undoneIn(
  told: { readonly stands: string | null; readonly undone: string | null },
  hearing: { readonly outcome: Outcome } | null,
  again: HearAgain | null,
): Undone | null {
  if (!hearing || again !== 'freely') return null;
  const anew = outcomes.find((one) => one === told.stands);
  if (anew) return anew === hearing.outcome ? { outcome: anew, asksAnew: true } : null;
  const outcome = outcomes.find((one) => one === told.undone);
  return outcome ? { outcome, asksAnew: false } : null;
}
