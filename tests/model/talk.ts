import type { Outcome, Who } from '../support/history';
import { standsAfter, timeline } from './timeline';
import type { Facts, Message } from './facts';

/** One contact's conversation as it counts now. */
export type Talk = {
  who: Who;
  messages: Message[];
  replies: Message[];
  ours: Message[];
  thanks: Set<Message>;
  /** Messages that take the turn. */
  turns: Message[];
  unheard: Message[];
  owed: Message[];
};

export function talkWith(facts: Facts, who: Who): Talk {
  const messages = timeline(facts, who);
  const replies = messages.filter((message) => message.direction === 'inbound');
  const ours = messages.filter((message) => message.direction === 'outbound');
  const thanks = new Set(ours.filter((message) => isThanks(message, ours)));
  const turns = messages.filter((message) => !thanks.has(message));
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
  const reply = message.names;
  if (reply === null || reply.retracted || message.pitch !== null) return false;
  return mayBeThanked(reply.hearing?.outcome) && ours.find((other) => other.names === reply) === message;
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
    if (message.names === null) return message.outbox === null && standsAfter(message, reply);
    return !message.names.retracted && !standsAfter(reply, message.names);
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
