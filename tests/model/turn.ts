import { DAY, type Facts, type Message } from './facts';
import { standsAfter } from './timeline';
import type { Talk } from './talk';
import type { Standing } from '../support/history';

const QUIET_DAYS = 30;
const PROMISE_DAYS = 7;

/** What ended the conversation by our word, and when that was recorded. */
export type Over = { kind: 'done' | 'nothing_to_answer'; recordedAt: number };

/** The conversation marked done, or our last word that needs no answer, as long as nobody took the turn since. */
export function endingInForce(facts: Facts, talk: Talk): Over | undefined {
  // A question heard after the end has opened the conversation again.
  const last = talk.turns.at(-1);
  if (last === undefined || talk.owed.length > 0) return undefined;
  const spokenSince = (seq: number) => talk.turns.some((message) => message.position.seq > seq);
  if (last.direction === 'inbound') {
    const ending = facts.endings.findLast((candidate) => candidate.who === talk.who);
    if (ending === undefined || spokenSince(ending.seq)) return undefined;
    return { kind: 'done', recordedAt: ending.recordedAt };
  }
  const ends = last.nothingToAnswer && talk.replies.some((reply) => standsAfter(last, reply));
  if (!ends || spokenSince(last.position.seq)) return undefined;
  return { kind: 'nothing_to_answer', recordedAt: last.recordedAt };
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

/** Our last word, if it promised another one that we still may write. */
export function openPromise(facts: Facts, talk: Talk): Message | undefined {
  const last = talk.turns.at(-1);
  if (last?.direction !== 'outbound' || last.promised === null || last.names === null) return undefined;
  if (last.source === 'composed' && last.purpose !== 'response') return undefined;
  return facts.now < last.promised + PROMISE_DAYS * DAY ? last : undefined;
}

/** Our messages since their last word that took the turn. */
export function unanswered(talk: Talk): Message[] {
  const lastWord = talk.turns.findLastIndex((message) => message.direction === 'inbound');
  return talk.turns.slice(lastWord + 1);
}
