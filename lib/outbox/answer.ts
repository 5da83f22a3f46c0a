import type { Part } from '@/lib/gate/parts';

/** What the write form is answered when nothing left. */
export interface WriteAnswer {
  /** The law said no: why, and who else may lift it. */
  readonly refused: { readonly sentence: readonly Part[]; readonly lift: readonly Part[] | null } | null;
  /** What stood in the way otherwise, in a sentence. */
  readonly error: string | null;
  /** A draft was kept because somebody asked for it. */
  readonly kept: boolean;
}

export const nothingYet: WriteAnswer = { refused: null, error: null, kept: false };
