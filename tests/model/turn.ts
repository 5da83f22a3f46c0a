import { DAY, type Ending, type Facts, type Message } from './facts';
import type { Talk } from './talk';
import type { Standing } from '../support/history';

const QUIET_DAYS = 30;

/** The conversation marked done, as long as nobody took the turn since. */
export function endingInForce(facts: Facts, talk: Talk): Ending | undefined {
  const ending = facts.endings.findLast((candidate) => candidate.who === talk.who);
  // A question heard after the end has opened the conversation again.
  if (
    ending === undefined ||
    talk.owed.length > 0 ||
    talk.turns.some((message) => message.position.seq > ending.seq)
  )
    return undefined;
  return ending;
}

/** On our turn a conversation fades by itself, unless we owe an answer. */
export function fadedAway(facts: Facts, talk: Talk): boolean {
  if (talk.turns.at(-1)?.direction !== 'inbound' || talk.owed.length > 0) return false;
  const lastRecorded = Math.max(...talk.messages.map((message) => message.recordedAt));
  return facts.now >= lastRecorded + QUIET_DAYS * DAY;
}

export const hasEnded = (facts: Facts, talk: Talk): boolean =>
  endingInForce(facts, talk) !== undefined || fadedAway(facts, talk);

export function turnOf(facts: Facts, talk: Talk): Standing['turn'] {
  const last = talk.turns.at(-1);
  if (last === undefined || hasEnded(facts, talk)) return 'nobody';
  return last.direction === 'outbound' ? 'theirs' : 'ours';
}

/** Our messages since their last word that took the turn. */
export function unanswered(talk: Talk): Message[] {
  const lastWord = talk.turns.findLastIndex((message) => message.direction === 'inbound');
  return talk.turns.slice(lastWord + 1);
}
