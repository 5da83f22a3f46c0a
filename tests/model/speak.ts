import type { Answer, Question, Step, Verdict } from '../support/history';
import { everyUser, isHere, isOpen, stamp, type Facts, type Message } from './facts';
import { door, isClosed, organizationsAt } from './doors';
import { usableException, usableReferral } from './leave';
import { canBeSaid, messageOf, record, saidIn } from './log';
import type { Wish } from './purpose';
import { talkWith } from './talk';
import { compare, namedBy, place } from './timeline';
import { verdict, type Leave } from './verdict';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;

export function wishOf(facts: Facts, question: Question): Wish & Leave {
  const { who, by, channel, at = who, pitch = null, newFact, exception = null, referral = null } = question;
  const names = messageOf(facts, question.answers);
  return { by, channel, at, pitch, names, newFact, exception, referral };
}

/** The law is asked first; only then whether what it carries is good, and whether another message is on its way. */
export function composed(facts: Facts, step: Steps<'send'>, at: number): boolean | Answer {
  if (!canBeComposed(facts, step)) return false;
  const talk = talkWith(facts, step.who);
  const wish = wishOf(facts, step);
  if (step.answers !== undefined && (wish.names === null || !talk.replies.includes(wish.names))) return false;
  const { allowed, purpose, reasons } = verdict(facts, talk, wish, wish);
  if (!allowed) return { is: 'refused', purpose, reasons };
  if (!carriesWell(facts, step.who, wish) || isOnTheWay(facts, step.who)) return false;
  const position = afterEverything(facts, step.who);
  const { who, by, channel } = step;
  const now = { hoursAgo: 0, dayOnly: false };
  const base = { id: at, who, by, channel, source: 'composed' } as const;
  const message = record(facts, base, 'outbound', messageOf(facts, step.answers), now);
  const { newFact, exception, referral, at: handle } = wish;
  const carried = { newFact, exception, referral, at: handle, purpose, position };
  Object.assign(message, saidIn(facts, step), carried, { outbox: 'queued' });
  return true;
}

function canBeComposed(facts: Facts, step: Steps<'send'>): boolean {
  const { who, by, channel, at = who } = step;
  if (!isHere(facts, who) || !isOpen(facts, by) || channel === 'in_person') return false;
  return facts.contacts.has(at) && canBeSaid(step);
}

function carriesWell(facts: Facts, who: Message['who'], wish: Wish & Leave): boolean {
  const { exception, referral, by } = wish;
  const organizations = organizationsAt(facts, who, wish.at, wish.channel);
  const excepted =
    exception === null || usableException(facts, who, by, exception, organizations) !== undefined;
  return excepted && (referral === null || usableReferral(facts, who, referral) !== undefined);
}

export const isOnTheWay = (facts: Facts, who: Message['who']): boolean =>
  facts.messages.some((message) => message.who === who && message.outbox === 'queued');

/** What is composed here never stands before anything that was there already. */
function afterEverything(facts: Facts, who: Message['who']): Message['position'] {
  const last = facts.messages
    .filter((message) => message.who === who)
    .sort(compare)
    .at(-1);
  return place(facts.now, facts.seq + 1, last ?? null);
}

/** The law, asked once more about a message that is to leave, as if it had not been written yet. */
export function mayLeave(facts: Facts, id: number): Verdict | null {
  const message = messageOf(facts, id);
  if (message?.outbox !== 'queued') return null;
  const without = { ...facts, messages: facts.messages.filter((other) => other !== message) };
  const wish = { ...message, names: namedBy(message) };
  return verdict(without, talkWith(without, message.who), wish, message);
}

export function settled(facts: Facts, step: Steps<'settle'>): boolean {
  const message = messageOf(facts, step.message);
  if (message === null || !canBecome(message, step.as)) return false;
  message.outbox = step.as === 'bounced' ? 'failed' : step.as;
  if (step.as === 'accepted' || step.as === 'uncertain') return true;
  message.givenBack = stamp(facts);
  const handle = door(message.at, message.channel);
  if (step.as === 'bounced' && !isClosed(facts, handle)) {
    facts.suppressions.push({ door: handle, recorded: stamp(facts), lifted: null });
  }
  return true;
}

function canBecome(message: Message, as: Steps<'settle'>['as']): boolean {
  const onItsWay = message.outbox === 'queued' || (message.outbox === 'uncertain' && as !== 'uncertain');
  if (as !== 'bounced') return onItsWay;
  return message.channel === 'email' && (onItsWay || message.outbox === 'accepted');
}

/** Everybody whose account is open looks everywhere. */
export function listenedEverywhere(facts: Facts): boolean {
  for (const by of everyUser.filter((user) => isOpen(facts, user))) {
    const { mailbox } = facts.users[by];
    if (mailbox !== null) mailbox.readAt = facts.now;
    for (const channel of ['email', 'linkedin', 'phone', 'whatsapp'] as const) {
      facts.looks.push({ by, channel, at: facts.now });
    }
  }
  return true;
}
