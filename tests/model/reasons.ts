import type { Organization, Purpose, Reason } from '../support/history';
import { spokenSince, type No } from './closers';
import { owesListening } from './debt';
import { isSuppressed, isTheirs } from './doors';
import { DAY, type Facts } from './facts';
import { holder } from './holder';
import { needsInvitation } from './invitation';
import type { Wish } from './purpose';
import { openingWaits, organizationRests, ownRestsInForce, restOf } from './rests';
import { asksForAnswer, isAnsweredElsewhere, type Talk } from './talk';
import { endingInForce, unanswered } from './turn';

/** A wish with everything its judges need to know. */
export type Case = {
  facts: Facts;
  talk: Talk;
  noes: No[];
  organizations: Organization[];
  wish: Wish;
  purpose: Purpose;
};

/** Each reason and when it refuses, what lasts longest first; `deaf` comes after all of them. */
export const REASONS: readonly [code: Reason, refuses: (one: Case) => boolean][] = [
  ['opted_out', (one) => one.noes.some((no) => no.kind === 'opt_out' && refusesByNo(one, no))],
  ['suppressed', ({ facts, wish }) => isSuppressed(facts, wish.at, wish.channel)],
  ['not_their_address', ({ facts, talk, wish }) => !isTheirs(facts, talk.who, wish.at, wish.channel)],
  [
    'declined',
    (one) =>
      one.noes.some((no) => no.kind !== 'opt_out' && no.kind !== 'wrong_person' && refusesByNo(one, no)),
  ],
  ['wrong_person', (one) => one.noes.some((no) => no.kind === 'wrong_person' && refusesByNo(one, no))],
  ['resting', refusesByRest],
  ['unheard_reply', refusesUnheard],
  ['response_owed', refusesByDebt],
  ['awaiting_reply', refusesFollowUp],
  [
    'invitation_needed',
    (one) => one.facts.policy.invitationNeeded === 'block' && startsSomething(one) && needsInvitation(one),
  ],
  ['recently_ended', refusesSoonAfterEnding],
  ['colleague_in_conversation', ({ facts, talk, wish }) => ![null, wish.by].includes(holder(facts, talk))],
  ['listening_debt', (one) => startsSomething(one) && owesListening(one.facts, one.wish.by)],
];

const carriesPitch = (one: Case): boolean => one.wish.pitch !== null;

export const startsSomething = (one: Pick<Case, 'purpose'>): boolean =>
  one.purpose === 'opening' || one.purpose === 'follow_up';

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
  const since = one.wish.names !== null && spokenSince(one.wish.names, no);
  return !answersThem(one) || (no.speaker === one.talk.who && !since);
}

function refusesOpening(one: Case, no: No): boolean {
  if (no.kind === 'all_pitches') return carriesPitch(one);
  if (no.kind !== 'this_pitch' && no.kind !== 'wrong_person') return true;
  const soon = one.facts.now < no.recordedAt + 90 * DAY;
  return soon || (carriesPitch(one) && one.wish.pitch === no.pitch);
}

function refusesByRest(one: Case): boolean {
  const { facts, talk, wish } = one;
  const rest = restOf(facts, talk.who);
  const restsNow =
    (rest !== undefined && facts.now < rest.until) || organizationRests(facts, talk.who, one.organizations);
  if (one.purpose === 'response') return restsNow && !answersThem(one);
  if (!startsSomething(one)) return false;
  const wantsNewFact = rest !== undefined && !rest.named && !wish.newFact && openingWaits(facts, talk, rest);
  return restsNow || wantsNewFact || ownRestsInForce(facts, talk).length > 0;
}

/** Whoever answered from elsewhere has read it, and may respond while its outcome is still asked. */
function refusesUnheard({ talk, purpose }: Case): boolean {
  if (purpose !== 'response') return talk.unheard.length > 0;
  return talk.unheard.some((reply) => !isAnsweredElsewhere(talk, reply));
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
