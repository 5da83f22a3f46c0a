import type { Told } from '../told';

/** What pressing a send that is refused is answered. */
export interface AttemptAnswer {
  /** Why not, and what is lawful instead. */
  readonly refused: Told | null;
  /** What stood in the way otherwise, or that nothing does any more, in a sentence. */
  readonly said: string | null;
}

export const notPressed: AttemptAnswer = { refused: null, said: null };
