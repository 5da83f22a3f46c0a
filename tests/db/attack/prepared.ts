import type { Letter, Person, Runs, Team } from './stage';

/** Somebody who may be written to now, and somebody else who is about to say no. */
export interface Prepared {
  readonly to: Person;
  readonly letter?: Letter;
  /** What is done before the message in the same transaction. */
  readonly before?: (run: Runs) => Promise<unknown>;
  readonly close: (run: Runs) => Promise<unknown>;
}

export interface Closer {
  readonly name: string;
  readonly prepare: (run: Runs, team: Team) => Promise<Prepared>;
  /** What the law answers to the message afterwards. */
  readonly refused: string;
}
