import type { Told } from '@/lib/gate/told';
import type { Finding } from '@/lib/manners/finding';

/** What the write form is answered when nothing left. */
export interface WriteAnswer {
  /** The law said no: why, who else may lift it, and what is lawful instead. */
  readonly refused: Told | null;
  /** Manners said no, to these words. */
  readonly found: readonly Finding[];
  /** What stood in the way otherwise, in a sentence. */
  readonly error: string | null;
  /** A draft was kept because somebody asked for it. */
  readonly kept: boolean;
}

export const nothingYet: WriteAnswer = { refused: null, found: [], error: null, kept: false };
