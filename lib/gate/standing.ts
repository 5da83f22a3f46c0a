import type { Channel, Outcome } from '@/generated/prisma/client';
import type { Explained } from './explained';
import type { DoorFact, ReplyFact } from './facts/queries';
import type { Carried } from './lifting/carried';
import type { ReasonCode } from './verdict';

/** Where things stand with somebody: the law's answer to the most natural message, and what else may be done. */
export interface ContactStanding {
  readonly explained: Explained;
  readonly turn: 'ours' | 'theirs' | 'nobody';
  readonly everWritten: boolean;
  readonly owed: number;
  /** A no or a stop of theirs stands, whatever may be answered. */
  readonly isClosed: boolean;
  /** The reply that the most natural message answers. */
  readonly answers: ReplyFact | null;
  /** Until when we ourselves decided to rest; an answer is free all the same. */
  readonly ourRest: Date | null;
  /** The reply whose one thanks is free. */
  readonly thankFor: string | null;
  readonly doors: readonly DoorFact[];
  /** Until when a promise of ours keeps the turn ours, for one message. */
  readonly promisedUntil: Date | null;
  /** What opens it: who sent us, or an exception. */
  readonly carried: Carried;
}

/** The five states of components/ui/chip.tsx. */
export type StandingKind = 'listen' | 'owed' | 'calm' | 'rest' | 'closed';

const kinds = {
  opted_out: 'closed',
  suppressed: 'closed',
  not_their_address: 'closed',
  declined: 'closed',
  wrong_person: 'closed',
  resting: 'rest',
  unheard_reply: 'listen',
  response_owed: 'owed',
  awaiting_reply: 'calm',
  invitation_needed: 'calm',
  recently_ended: 'calm',
  colleague_in_conversation: 'calm',
  listening_debt: 'listen',
  deaf: 'listen',
} satisfies Record<ReasonCode, StandingKind>;

/** The quiet colour of a standing. */
export function kindOf({ explained, turn, ourRest, promisedUntil }: ContactStanding): StandingKind {
  const [told] = explained.reasons;
  if (told) return kinds[told.reason.code];
  if (ourRest) return 'rest';
  const isOurs = turn === 'ours' || promisedUntil !== null;
  return isOurs && explained.verdict.purpose === 'response' ? 'owed' : 'calm';
}

const thankable = new Set<Outcome | null>(['declined', 'later', 'wrong_person']);
const ends = new Set<Outcome | null>([...thankable, 'opted_out']);

/** The reply a message would naturally answer: what is owed; else, on our turn, the last one, unless it was a no. */
export function naturalAnswer(
  replies: readonly ReplyFact[],
  { turn, owedMessageId }: { turn: ContactStanding['turn']; owedMessageId: string | null },
): ReplyFact | null {
  const owed = replies.find(({ id }) => id === owedMessageId);
  if (owed) return owed;
  const [last] = replies;
  return turn === 'ours' && last && !ends.has(last.outcome) ? last : null;
}

/** The reply that might still be thanked for: the last no, not-now or wrong person, while nothing of ours follows it. */
export function thanksAsked(replies: readonly ReplyFact[]): ReplyFact | null {
  return replies.find(({ outcome, followed }) => thankable.has(outcome) && !followed) ?? null;
}

/** Whether a message may go to this address, as far as the address itself is concerned. */
export function isOpen({ state, suppressed }: Pick<DoorFact, 'state' | 'suppressed'>): boolean {
  return state === 'held' && !suppressed;
}

/** The address a standing is asked for: the only open one; where all are closed, one of them, so that it is told why. */
export function doorAsked(doors: readonly DoorFact[]): { channel: Channel; addressId: string | null } {
  const open = doors.filter(isOpen);
  const door = open.length > 1 ? undefined : (open[0] ?? doors[0]);
  return { channel: door?.channel ?? open[0]?.channel ?? 'email', addressId: door?.id ?? null };
}
