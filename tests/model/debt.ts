import type { By } from '../support/history';
import { spokenSince, standingNoes } from './closers';
import { canBeReached } from './doors';
import { DAY, HOUR, type Facts, type Message } from './facts';
import { talksOf } from './holder';
import { isAnsweredElsewhere, type Talk } from './talk';

const PEOPLE_UNHEARD = 5;
const HOURS_UNHEARD = 24;
const HOURS_OWED = 120;

/** Whether this user has others waiting for too long to begin anything new. */
export function owesListening(facts: Facts, by: By): boolean {
  const talks = talksOf(facts, by);
  const unheard = talks.filter((talk) => talk.unheard.some((reply) => isLate(facts, talk, reply)));
  return unheard.length > PEOPLE_UNHEARD || talks.some((talk) => owesLong(facts, talk));
}

function isLate(facts: Facts, talk: Talk, reply: Message): boolean {
  if (isHistory(facts, reply) || isAnsweredElsewhere(talk, reply)) return false;
  return workingHours(reply.recordedAt, facts.now) >= HOURS_UNHEARD;
}

function owesLong(facts: Facts, talk: Talk): boolean {
  return talk.owed.some(
    (reply) =>
      !isHistory(facts, reply) &&
      reply.hearing !== null &&
      workingHours(reply.hearing.recordedAt, facts.now) >= HOURS_OWED &&
      mayBeAnswered(facts, talk, reply),
  );
}

/** Older than our acquaintance. */
export const isHistory = (facts: Facts, message: Message): boolean =>
  message.position.moment < (facts.contacts.get(message.who)?.createdAt ?? 0);

function mayBeAnswered(facts: Facts, talk: Talk, reply: Message): boolean {
  const closed = standingNoes(facts, talk.who, []).some(
    (no) => (no.kind === 'opt_out' || no.kind === 'person') && !spokenSince(reply, no),
  );
  return !closed && canBeReached(facts, talk.who);
}

/** Hours between Monday 00:00 and Saturday 00:00, UTC, in a span. */
export const workingHours = (from: number, to: number): number =>
  (workedUntil(to) - workedUntil(from)) / HOUR;

/** Working time since Monday, 5 January 1970. */
function workedUntil(moment: number): number {
  const since = moment - 4 * DAY;
  const weeks = Math.floor(since / (7 * DAY));
  return weeks * 5 * DAY + Math.min(since - weeks * 7 * DAY, 5 * DAY);
}
