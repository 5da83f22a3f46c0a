import type { Step } from '../support/history';
import { DAY, HOUR, isHere, isOpen, stamp, startOfDay, type Facts, type Message, type Person } from './facts';
import { heard, makesSense } from './hear';
import { ownMoment, place } from './timeline';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;
type Base = Pick<Message, 'id' | 'who' | 'by' | 'source' | 'channel'>;

export function messageOf(facts: Facts, id: number | undefined): Message | null {
  return facts.messages.find((message) => message.id === id) ?? null;
}

export function loggedIn(facts: Facts, step: Steps<'log_in'>, at: number): boolean {
  const base = baseOf(step, at);
  const named = messageOf(facts, step.inReplyTo);
  if (!canBeLogged(facts, base)) return false;
  if (step.inReplyTo !== undefined && (named?.who !== step.who || named.direction !== 'outbound'))
    return false;
  const alreadyHeard = step.kind === 'human' && base.source === 'logged';
  if (step.heard !== undefined && !(alreadyHeard && makesSense(facts, step, step.heard))) return false;
  const message = record(facts, base, 'inbound', named, step);
  message.kind = step.kind;
  if (base.source === 'logged') facts.looks.push({ by: base.by, channel: base.channel, at: facts.now });
  if (step.kind === 'complaint') {
    facts.stops.push({ who: step.who, words: message, recorded: stamp(facts), lifted: null });
  }
  return step.heard === undefined || heard(facts, message, base.by, step.heard, at);
}

export function loggedOut(facts: Facts, step: Steps<'log_out'>, at: number): boolean {
  const base = baseOf(step, at);
  const named = messageOf(facts, step.answers);
  const answersThem = named?.who === step.who && named.direction === 'inbound' && named.kind === 'human';
  if (step.answers !== undefined && !answersThem) return false;
  if (!canBeLogged(facts, base) || !canBeSaid(step)) return false;
  const says = step.pitch !== undefined || named !== null || step.nothingToAnswer === true;
  if (step.kind === 'connection' && says) return false;
  const message = record(facts, base, 'outbound', named, step);
  message.kind = step.kind ?? 'human';
  Object.assign(message, saidIn(facts, step));
  return true;
}

/** What needs no answer offers nothing; what promises answers something. */
export function canBeSaid(said: Steps<'log_out'> | Steps<'send'>): boolean {
  const promises = said.promisedDays !== undefined;
  if (said.nothingToAnswer === true && (said.pitch !== undefined || promises)) return false;
  return !promises || said.answers !== undefined;
}

export function saidIn(
  facts: Facts,
  said: Steps<'log_out'> | Steps<'send'>,
): Pick<Message, 'pitch' | 'nothingToAnswer' | 'promised'> {
  const { promisedDays } = said;
  return {
    pitch: said.pitch ?? null,
    nothingToAnswer: said.nothingToAnswer === true,
    promised: promisedDays === undefined ? null : startOfDay(facts.now) + promisedDays * DAY,
  };
}

function baseOf(step: Steps<'log_in'> | Steps<'log_out'>, at: number): Base {
  const { who, channel, by = 'owner', source = 'logged' } = step;
  return { id: at, who, by, source, channel };
}

function canBeLogged(facts: Facts, { who, by, source, channel }: Base): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by)) return false;
  return source !== 'synced' || (channel === 'email' && facts.users[by].mailbox !== null);
}

export function record(
  facts: Facts,
  base: Base,
  direction: Message['direction'],
  names: Message | null,
  { hoursAgo, dayOnly }: { hoursAgo: number; dayOnly: boolean },
): Message {
  const spokenAt = facts.now - hoursAgo * HOUR;
  const { moment, day } = ownMoment(direction, spokenAt, dayOnly, facts.now);
  const message: Message = {
    ...blank(base.who),
    ...base,
    direction,
    names,
    day,
    dayOnly,
    position: place(moment, ++facts.seq, names),
    recordedAt: facts.now,
  };
  facts.messages.push(message);
  return message;
}

function blank(who: Person) {
  return {
    at: who,
    kind: 'human',
    pitch: null,
    nothingToAnswer: false,
    promised: null,
    newFact: false,
    exception: null,
    referral: null,
    purpose: null,
    outbox: null,
    givenBack: null,
    retracted: null,
    correctedBy: null,
    hearing: null,
  } as const;
}

export function retracted(facts: Facts, id: number): boolean {
  const message = messageOf(facts, id);
  if (message === null || message.retracted !== null || message.outbox !== null) return false;
  message.retracted = stamp(facts);
  return true;
}

/** The same words, by the same person of ours, at another time. */
export function corrected(facts: Facts, step: Steps<'correct'>, at: number): boolean {
  const old = messageOf(facts, step.message);
  if (old?.kind !== 'human') return false;
  if (step.pitch !== undefined && old.direction === 'inbound') return false;
  if (!retracted(facts, step.message)) return false;
  const { who, by, source, channel, direction, names } = old;
  const message = record(facts, { id: at, who, by, source, channel }, direction, names, step);
  message.at = old.at;
  message.pitch = step.pitch ?? null;
  old.correctedBy = message;
  return true;
}
