import type { Channel } from '@/generated/prisma/client';
import type { LogKind } from '../log';

export type Side = 'ours' | 'theirs' | 'unknown';

/** `said`: it stands in the text. `guessed`: it follows from something else. `missing`: somebody has to say it. */
export type Sureness = 'said' | 'guessed' | 'missing';

/** How a text is laid out; each has words of its own on the page. */
export const layouts = ['linkedin', 'chat_export', 'mail', 'chat', 'labels', 'direct', 'plain'] as const;

export type Layout = (typeof layouts)[number];

/** In which order numbers name a day, 3/5 being the third of May or the fifth of March. */
export type DayOrder = 'day_first' | 'month_first';

/** Something said or done, as it was found in a text. Day (`YYYY-MM-DD`) and hour (`HH:MM`) by the reader's clock. */
export interface PastedTurn {
  readonly side: Side;
  /** Whose words the text says they are. */
  readonly name: string | null;
  readonly what: LogKind;
  readonly text: string;
  readonly subject: string | null;
  readonly day: string | null;
  /** The day if numbers were read in the other order; null where that changes nothing. */
  readonly otherDay: string | null;
  readonly hour: string | null;
  readonly sure: { readonly side: Sureness; readonly day: Sureness; readonly hour: Sureness };
  /** Lines that said who and when, as they stood there. */
  readonly head: readonly string[];
}

/** A line that is no turn: a mark of the program, a signature, what stood above the first turn. */
export interface LeftOut {
  readonly line: string;
  /** The turn it stood behind; -1 above the first. */
  readonly after: number;
}

/** What was found in a pasted text, oldest first. No word of it is missing: it is a turn's, its head's, or left out. */
export interface Pasted {
  readonly layout: Layout;
  /** Where it was said, as the layout tells; null where it does not. */
  readonly channel: Channel | null;
  readonly turns: readonly PastedTurn[];
  readonly leftOut: readonly LeftOut[];
  /** How numbers were read as days; null where no day was told so. `guessed` where both ways would do. */
  readonly days: { readonly order: DayOrder; readonly guessed: boolean } | null;
  /** The text had the newest first. */
  readonly turnedRound: boolean;
}

/** What one knows before one reads. */
export interface Reader {
  /** Of whom one reads to have talked with; null while that is not chosen. */
  readonly contact: { readonly name: string; readonly handles: readonly string[] } | null;
  readonly user: { readonly name: string; readonly email: string | null };
  /** IANA name of the reader's zone. */
  readonly zone: string;
  readonly now: Date;
}
