import type { Pitch, Purpose } from '../support/history';
import type { Facts, Message } from './facts';
import { openingWaits, restOf } from './rests';
import { asksForAnswer, isAnswered, isWaived, mayBeThanked, type Talk } from './talk';
import { standsAfter } from './timeline';
import { hasEnded, turnOf } from './turn';

/** A message somebody would like to send. */
export type Wish = { pitch: Pitch | null; names: Message | null; newFact: boolean };

export function purposeOf(facts: Facts, talk: Talk, wish: Wish): Purpose {
  if (wouldThank(talk, wish)) return 'thanks';
  if (wouldRespond(facts, talk, wish)) return 'response';
  if (turnOf(facts, talk) === 'theirs' && !restGrantsOpening(facts, talk, wish)) return 'follow_up';
  return 'opening';
}

function wouldThank(talk: Talk, wish: Wish): boolean {
  const reply = wish.names;
  if (reply === null || wish.pitch !== null || !talk.replies.includes(reply)) return false;
  return mayBeThanked(reply.hearing?.outcome) && !talk.ours.some((message) => message.names === reply);
}

function wouldRespond(facts: Facts, talk: Talk, wish: Wish): boolean {
  const reply = wish.names;
  if (reply === null || !talk.replies.includes(reply) || talk.unheard.includes(reply)) return false;
  if (hasEnded(facts, talk)) return false;
  const samePitch = wish.pitch === null || wish.pitch === conversationPitch(talk, reply);
  return samePitch && waits(facts, talk, reply);
}

function waits(facts: Facts, talk: Talk, reply: Message): boolean {
  if (isAnswered(talk, reply)) return false;
  if (asksForAnswer(reply.hearing?.outcome)) return !isWaived(facts, reply);
  return !talk.turns.some((message) => message.direction === 'outbound' && standsAfter(message, reply));
}

/** What the conversation was about when this reply was spoken. */
export function conversationPitch(talk: Talk, reply: Message): Pitch | null {
  const before = talk.ours.filter((message) => message.pitch !== null && standsAfter(reply, message));
  return before.at(-1)?.pitch ?? null;
}

function restGrantsOpening(facts: Facts, talk: Talk, wish: Wish): boolean {
  const rest = restOf(facts, talk.who);
  return rest !== undefined && openingWaits(facts, talk, rest) && (rest.named || wish.newFact);
}
