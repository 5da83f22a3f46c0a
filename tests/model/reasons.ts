import type { Channel, Purpose } from '../support/history';
import { type No } from './closers';
import { DAY, door, domainOf, type Facts } from './facts';
import type { Wish } from './purpose';
import { openingWaits, organizationRests, ownRestsInForce, restOf } from './rests';
import { asksForAnswer, type Talk } from './talk';
import { spokenAfter } from './timeline';
import { endingInForce, unanswered } from './turn';

/** A wish with everything its judges need to know. */
export type Case = {
  facts: Facts;
  talk: Talk;
  noes: No[];
  channel: Channel;
  wish: Wish;
  purpose: Purpose;
};

/** Each reason and when it refuses, what lasts longest first. */
export const REASONS: readonly [code: string, refuses: (one: Case) => boolean][] = [
  ['opted_out', (one) => one.noes.some((no) => no.kind === 'opt_out' && refusesByNo(one, no))],
  ['suppressed', isSuppressed],
  ['not_their_address', ({ facts, talk, channel }) => facts.retired.has(door(talk.who, channel))],
  [
    'declined',
    (one) =>
      one.noes.some((no) => no.kind !== 'opt_out' && no.kind !== 'wrong_person' && refusesByNo(one, no)),
  ],
  ['wrong_person', (one) => one.noes.some((no) => no.kind === 'wrong_person' && refusesByNo(one, no))],
  ['resting', refusesByRest],
  ['unheard_reply', ({ talk }) => talk.unheard.length > 0],
  ['response_owed', refusesByDebt],
  ['awaiting_reply', refusesFollowUp],
  ['recently_ended', refusesSoonAfterEnding],
];

const carriesPitch = (one: Case): boolean => one.wish.pitch !== null;

const startsSomething = (one: Case): boolean => one.purpose === 'opening' || one.purpose === 'follow_up';

/** A reply heard as question or interest may be answered under most closers, without a pitch. */
function answersThem(one: Case): boolean {
  const asked = one.wish.names !== null && asksForAnswer(one.wish.names.hearing?.outcome);
  return asked && !carriesPitch(one);
}

function refusesByNo(one: Case, no: No): boolean {
  if (one.purpose === 'thanks') return no.kind === 'opt_out';
  if (one.purpose === 'follow_up') return true;
  if (one.purpose === 'opening') return refusesOpening(one, no);
  if (no.kind === 'all_pitches' || no.kind === 'this_pitch' || no.kind === 'wrong_person') {
    return carriesPitch(one);
  }
  const spokenSince = one.wish.names !== null && spokenAfter(one.wish.names, no.hearing.reply);
  return !answersThem(one) || (no.speaker === one.talk.who && !spokenSince);
}

function refusesOpening(one: Case, no: No): boolean {
  if (no.kind === 'all_pitches') return carriesPitch(one);
  if (no.kind !== 'this_pitch' && no.kind !== 'wrong_person') return true;
  const soon = one.facts.now < no.hearing.recordedAt + 90 * DAY;
  return soon || (carriesPitch(one) && one.wish.pitch === no.pitch);
}

function isSuppressed({ facts, talk, channel }: Case): boolean {
  if (facts.suppressed.has(door(talk.who, channel))) return true;
  const domain = domainOf(talk.who);
  return (
    channel === 'email' &&
    [...facts.suppressedDomains].some((wide) => domain === wide || domain.endsWith(`.${wide}`))
  );
}

function refusesByRest(one: Case): boolean {
  const { facts, talk, wish } = one;
  const rest = restOf(facts, talk.who);
  const restsNow = (rest !== undefined && facts.now < rest.until) || organizationRests(facts, talk.who);
  if (one.purpose === 'response') return restsNow && !answersThem(one);
  if (!startsSomething(one)) return false;
  const wantsNewFact = rest !== undefined && !rest.named && !wish.newFact && openingWaits(facts, talk, rest);
  return restsNow || wantsNewFact || ownRestsInForce(facts, talk).length > 0;
}

function refusesByDebt(one: Case): boolean {
  const { owed } = one.talk;
  if (owed.length === 0 || one.purpose === 'thanks') return false;
  return startsSomething(one) || one.wish.names === null || !owed.includes(one.wish.names);
}

function refusesFollowUp(one: Case): boolean {
  if (one.purpose !== 'follow_up') return false;
  const { policy, now } = one.facts;
  const spoke = one.talk.replies.length > 0;
  const allowed = spoke ? policy.followUpsInConversation : policy.followUpsNeverAnswered;
  const used = unanswered(one.talk).length - 1;
  const ours = one.talk.turns.filter((message) => message.direction === 'outbound');
  const lastRecorded = Math.max(...ours.map((message) => message.recordedAt));
  return used >= allowed || !one.wish.newFact || now < lastRecorded + 14 * DAY;
}

function refusesSoonAfterEnding(one: Case): boolean {
  const ending = endingInForce(one.facts, one.talk);
  if (ending === undefined || one.purpose !== 'opening') return false;
  return one.facts.now < ending.recordedAt + 30 * DAY;
}
