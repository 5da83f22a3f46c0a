import type { By, Channel, Pitch, Purpose } from '../support/history';
import { HOUR, type Facts, type Message, type Person } from './facts';
import { openingWaits, restOf } from './rests';
import { asksForAnswer, isAnswered, isWaived, mayBeAddedTo, mayBeThanked, type Talk } from './talk';
import { namedBy, standsAfter } from './timeline';
import { hasEnded, openPromise, turnOf } from './turn';

/** A message somebody would like to send, with what it names as it counts now. */
export type Wish = {
  by: By;
  channel: Channel;
  at: Person;
  pitch: Pitch | null;
  names: Message | null;
  newFact: boolean;
};

export function purposeOf(facts: Facts, talk: Talk, wish: Wish): Purpose {
  if (wouldThank(talk, wish)) return 'thanks';
  if (wouldRespond(facts, talk, wish)) return 'response';
  if (wouldAdd(facts, talk, wish) || wouldKeepPromise(facts, talk, wish)) return 'response';
  if (turnOf(facts, talk) === 'theirs' && !restGrantsOpening(facts, talk, wish)) return 'follow_up';
  return 'opening';
}

function wouldThank(talk: Talk, wish: Wish): boolean {
  const reply = wish.names;
  if (reply === null || wish.pitch !== null || !talk.replies.includes(reply)) return false;
  return mayBeThanked(reply.hearing?.outcome) && !talk.ours.some((message) => namedBy(message) === reply);
}

function wouldRespond(facts: Facts, talk: Talk, wish: Wish): boolean {
  const reply = wish.names;
  if (reply === null || !talk.replies.includes(reply) || talk.unheard.includes(reply)) return false;
  if (hasEnded(facts, talk)) return false;
  return bringsNoPitch(talk, wish, reply) && waits(facts, talk, reply);
}

function bringsNoPitch(talk: Talk, wish: Wish, reply: Message | null): boolean {
  return wish.pitch === null || (reply !== null && wish.pitch === conversationPitch(talk, reply));
}

function waits(facts: Facts, talk: Talk, reply: Message): boolean {
  if (isAnswered(talk, reply)) return false;
  if (asksForAnswer(reply.hearing?.outcome)) return !isWaived(facts, reply);
  return !talk.turns.some((message) => message.direction === 'outbound' && standsAfter(message, reply));
}

/** One more word within the hour of our own response. */
function wouldAdd(facts: Facts, talk: Talk, wish: Wish): boolean {
  const last = talk.messages.at(-1);
  if (wish.names !== null || last === undefined || !mayBeAddedTo(last, wish)) return false;
  if (facts.now >= last.recordedAt + HOUR || hasEnded(facts, talk)) return false;
  return bringsNoPitch(talk, wish, namedBy(last));
}

function wouldKeepPromise(facts: Facts, talk: Talk, wish: Wish): boolean {
  const promise = openPromise(facts, talk);
  return wish.names === null && promise !== undefined && bringsNoPitch(talk, wish, namedBy(promise));
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
