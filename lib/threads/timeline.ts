import type {
  Channel,
  Direction,
  Mark,
  MessageKind,
  Outcome,
  OutboxState,
  Purpose,
  Scope,
  Source,
} from '@/generated/prisma/client';
import type { Place } from './place';

/** Somebody who did something here; null for the machine. */
export interface By {
  readonly id: string | null;
  readonly name: string | null;
}

export interface TimelineTurn extends Place {
  readonly id: string;
  readonly direction: Direction;
  readonly source: Source;
  readonly kind: MessageKind;
  readonly channel: Channel;
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
  readonly subject: string | null;
  readonly body: string;
  readonly pitch: string | null;
  readonly author: By;
  readonly recordedBy: By;
  /** What became of a message composed here, `copied` while nobody has said whether it was sent; null for a fact. */
  readonly state: OutboxState | 'copied' | null;
  /** What it was when it left; of what did not leave here, only whether it is the one thanks. */
  readonly purpose: Purpose | null;
  /** How a message of ours that did not pass through here was judged at its own time; null where there is nothing to say. */
  readonly mark: Mark | null;
  readonly unheard: boolean;
  readonly heard: TurnHeard | null;
  readonly retracted: {
    readonly by: By;
    readonly at: Date;
    readonly reason: string;
    readonly corrected: boolean;
  } | null;
  /** What the law would have said, where it was logged after it had gone out: reasons, who logged it and when. */
  readonly against: { readonly by: By; readonly at: Date; readonly codes: readonly string[] } | null;
  /** The words it had before it was corrected. */
  readonly corrects: { readonly body: string; readonly reason: string } | null;
}

/** How a reply counts as heard. */
export interface TurnHeard {
  readonly outcome: Outcome;
  readonly scope: Scope | null;
  readonly until: Date | null;
  readonly by: By;
}

/** What happened besides what was said. */
export const happenings = [
  'refused',
  'done',
  'nothing_to_answer',
  'rest',
  'rest_lifted',
  'opted_out',
  'declined',
  'heard_again',
  'decline_withdrawn',
  'opt_out_lifted',
  'handed_over',
  'conversation_handed_over',
  'exception_granted',
  'closers_withdrawn',
  'referral_recorded',
] as const;

export type HappeningKind = (typeof happenings)[number];

export interface Happening {
  readonly id: string;
  readonly kind: HappeningKind;
  readonly at: Date;
  readonly by: By;
  /** Reasons of a refusal, an outcome, a cause: closed lists. */
  readonly codes: readonly string[];
  readonly until: Date | null;
  /** A reason, a quote, or whom somebody named. */
  readonly text: string | null;
  /** The contact whom somebody named, while there is one. */
  readonly referredId: string | null;
}

export type Entry =
  | { readonly is: 'turn'; readonly at: Date; readonly turn: TimelineTurn }
  | { readonly is: 'happening'; readonly at: Date; readonly happening: Happening };

/**
 * One line of time, oldest first. A turn keeps the place the law gave it; what happened stands where it was recorded.
 * A row that was corrected stands inside the one that corrects it.
 */
export function entriesOf(turns: readonly TimelineTurn[], happened: readonly Happening[]): Entry[] {
  const said: Entry[] = turns
    .filter(({ retracted }) => !retracted?.corrected)
    .map((turn) => ({ is: 'turn', at: turn.moment, turn }));
  const done: Entry[] = happened.map((happening) => ({ is: 'happening', at: happening.at, happening }));
  // Stable: turns keep the order they came in; what happened in the same millisecond follows what was said.
  return [...said, ...done].sort((a, b) => a.at.getTime() - b.at.getTime());
}
