import type { Outcome } from '../support/history';
import { namedBy, standsAfter, timeline } from './timeline';
import { HOUR, type Facts, type Message, type Person } from './facts';

/** One contact's conversation as it counts now. */
export type Talk = {
  who: Person;
  messages: Message[];
  replies: Message[];
  ours: Message[];
  thanks: Set<Message>;
  /** Messages that take the turn. */
  turns: Message[];
  unheard: Message[];
  owed: Message[];
};

export function talkWith(facts: Facts, who: Person): Talk {
  const messages = timeline(facts, who);
  const replies = messages.filter((message) => message.direction === 'inbound');
  const ours = messages.filter((message) => message.direction === 'outbound');
  const thanks = new Set(ours.filter((message) => isThanks(message, ours)));
  const turns = messages.filter(
    (message, at) => !thanks.has(message) && !isAddendum(message, messages[at - 1]),
  );
  const unheard = replies.filter((reply) => !isHeard(reply, replies));
  const talk: Talk = { who, messages, replies, ours, thanks, turns, unheard, owed: [] };
  talk.owed = replies.filter((reply) => isOwed(facts, talk, reply));
  return talk;
}

export const mayBeThanked = (outcome: Outcome | undefined): boolean =>
  outcome === 'declined' || outcome === 'later' || outcome === 'wrong_person';

export const asksForAnswer = (outcome: Outcome | undefined): boolean =>
  outcome === 'question' || outcome === 'interested';

function isThanks(message: Message, ours: Message[]): boolean {
  const reply = namedBy(message);
  if (reply === null || reply.retracted !== null || message.pitch !== null) return false;
  return mayBeThanked(reply.hearing?.outcome) && ours.find((other) => namedBy(other) === reply) === message;
}

/** Said in the same breath as the response right before it, and so no turn of its own. */
function isAddendum(message: Message, before: Message | undefined): boolean {
  if (message.purpose !== 'response' || message.names !== null || before === undefined) return false;
  return mayBeAddedTo(before, message) && message.recordedAt < before.recordedAt + HOUR;
}

/** A response composed here that names a reply, by the same author on the same channel. */
export function mayBeAddedTo(before: Message, one: Pick<Message, 'by' | 'channel'>): boolean {
  const responds = before.purpose === 'response' && before.names !== null;
  return responds && before.by === one.by && before.channel === one.channel;
}

function isHeard(reply: Message, replies: Message[]): boolean {
  if (reply.hearing !== null) return true;
  return replies.some((later) => {
    return standsAfter(later, reply) && later.hearing !== null && later.hearing.seq > reply.position.seq;
  });
}

/** Whether a message of ours, thanks aside, took up this reply or a later one. */
export function isAnswered(talk: Talk, reply: Message): boolean {
  return talk.ours.some((message) => {
    if (talk.thanks.has(message)) return false;
    const named = namedBy(message);
    if (named === null) return message.outbox === null && standsAfter(message, reply);
    if (named.retracted !== null) return false;
    // A correction may stand after what answered it: it is answered, and nothing that came in between.
    return named === reply || (!standsAfter(reply, named) && !standsAfter(reply, message));
  });
}

/** Whether somebody's own mail program took up this reply or a later one before it was heard. */
export function isAnsweredElsewhere(talk: Talk, reply: Message): boolean {
  return talk.ours.some((message) => {
    const named = namedBy(message);
    if (message.source !== 'synced' || named === null) return false;
    return named.retracted === null && !standsAfter(reply, named);
  });
}

/** Marking a conversation done says of every question heard so far: we will not answer. */
export function isWaived(facts: Facts, reply: Message): boolean {
  const { hearing } = reply;
  return facts.endings.some(
    (ending) => ending.who === reply.who && hearing !== null && ending.seq > hearing.seq,
  );
}

function isOwed(facts: Facts, talk: Talk, reply: Message): boolean {
  return asksForAnswer(reply.hearing?.outcome) && !isAnswered(talk, reply) && !isWaived(facts, reply);
}
