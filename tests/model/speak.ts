import type { Answer, Step } from '../support/history';
import { HOUR, type Facts, type Message } from './facts';
import { talkWith } from './talk';
import { compare, counts, ownMoment, place } from './timeline';
import { verdict } from './verdict';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;

export function messageOf(facts: Facts, id: number | undefined): Message | null {
  return facts.messages.find((message) => message.id === id) ?? null;
}

export function loggedIn(facts: Facts, step: Steps<'log_in'>, at: number): boolean {
  const named = messageOf(facts, step.inReplyTo);
  if (step.inReplyTo !== undefined && (named?.who !== step.who || named.direction !== 'outbound'))
    return false;
  record(facts, {
    ...logged(facts, step, 'inbound', named),
    id: at,
    human: step.kind === 'human',
    pitch: null,
  });
  return true;
}

export function loggedOut(facts: Facts, step: Steps<'log_out'>, at: number): boolean {
  const named = messageOf(facts, step.answers);
  const answersThem = named?.who === step.who && named.direction === 'inbound' && named.human;
  if (step.answers !== undefined && !answersThem) return false;
  const pitch = step.pitch ?? null;
  record(facts, { ...logged(facts, step, 'outbound', named), id: at, human: true, pitch });
  return true;
}

/** The law is asked first; only then whether another message is still on its way to them. */
export function composed(facts: Facts, step: Steps<'send'>, at: number): boolean | Answer {
  const named = messageOf(facts, step.answers);
  const talk = talkWith(facts, step.who);
  if (step.answers !== undefined && (named === null || !talk.replies.includes(named))) {
    return false;
  }
  const wish = { pitch: step.pitch ?? null, names: named, newFact: step.newFact };
  const { allowed, purpose, reasons } = verdict(facts, talk, step.channel, wish);
  if (!allowed) return { is: 'refused', purpose, reasons };
  if (facts.messages.some((message) => message.who === step.who && message.outbox === 'queued')) return false;
  record(facts, {
    ...spoken(facts, step, 'outbound', named, facts.now, false),
    position: afterEverything(facts, step.who),
    id: at,
    human: true,
    pitch: wish.pitch,
    outbox: 'queued',
  });
  return true;
}

/** What is composed here never stands before anything that was there already. */
function afterEverything(facts: Facts, who: Message['who']): Message['position'] {
  const last = facts.messages
    .filter((message) => message.who === who)
    .sort(compare)
    .at(-1);
  return place(facts.now, facts.seq + 1, last ?? null);
}

export function settled(facts: Facts, id: number, as: Steps<'settle'>['as']): boolean {
  const message = messageOf(facts, id);
  if (message === null) return false;
  const onItsWay = message.outbox === 'queued' || (message.outbox === 'uncertain' && as !== 'uncertain');
  if (onItsWay) message.outbox = as;
  return onItsWay;
}

export function retracted(facts: Facts, id: number): boolean {
  const message = messageOf(facts, id);
  if (message === null || message.retracted || message.outbox !== null) return false;
  message.retracted = true;
  return true;
}

export function isReply(message: Message | null): message is Message {
  return message !== null && message.direction === 'inbound' && counts(message);
}

function record(facts: Facts, message: Message): void {
  facts.seq = message.position.seq;
  facts.messages.push(message);
}

function logged(
  facts: Facts,
  step: Steps<'log_in' | 'log_out'>,
  direction: Message['direction'],
  named: Message | null,
) {
  return spoken(facts, step, direction, named, facts.now - step.hoursAgo * HOUR, step.dayOnly);
}

function spoken(
  facts: Facts,
  { who, channel }: Pick<Message, 'who' | 'channel'>,
  direction: Message['direction'],
  names: Message | null,
  spokenAt: number,
  dayOnly: boolean,
) {
  const { moment, day } = ownMoment(direction, spokenAt, dayOnly, facts.now);
  const position = place(moment, facts.seq + 1, names);
  return {
    who,
    channel,
    direction,
    names,
    day,
    dayOnly,
    position,
    recordedAt: facts.now,
    outbox: null,
    hearing: null,
    retracted: false,
  };
}
