import type { Reason, Verdict } from '../support/history';
import { standingNoes } from './closers';
import { isDeaf } from './deaf';
import { organizationsAt } from './doors';
import type { Facts, Hearing } from './facts';
import { needsInvitation } from './invitation';
import { usableException, usableReferral } from './leave';
import { purposeOf, type Wish } from './purpose';
import { REASONS, startsSomething, type Case } from './reasons';
import type { Talk } from './talk';

/** What a message may carry to be let through, by the steps that made it. */
export type Leave = { exception: number | null; referral: number | null };

/** What only weighs where nothing but itself and these is in the way. */
const besides: readonly Reason[] = ['listening_debt', 'colleague_in_conversation'];

/** May this be written? Every reason that refuses it is listed, in the order of the law. */
export function verdict(facts: Facts, talk: Talk, wish: Wish, leave: Leave): Verdict {
  const referral = usableReferral(facts, talk.who, leave.referral);
  const except =
    usableException(
      facts,
      talk.who,
      wish.by,
      leave.exception,
      organizationsAt(facts, talk.who, wish.at, wish.channel),
    )?.reasons ?? [];
  const one = caseOf(facts, talk, wish, referral);
  const opened: readonly Reason[] = referral === undefined ? [] : ['awaiting_reply', 'invitation_needed'];
  const reasons = REASONS.filter(([, refuses]) => refuses(one))
    .map(([code]) => code)
    .filter((code) => !opened.includes(code) && !except.includes(code));
  const deaf = reasons.every((code) => besides.includes(code)) && isDeaf(facts, talk, wish);
  if (deaf && startsSomething(one) && !except.includes('deaf')) reasons.push('deaf');
  const warnings: Reason[] = [];
  const uninvited = facts.policy.invitationNeeded === 'warn' && startsSomething(one) && needsInvitation(one);
  if (uninvited && referral === undefined) warnings.push('invitation_needed');
  if (deaf && one.purpose === 'response') warnings.push('deaf');
  return { allowed: reasons.length === 0, purpose: one.purpose, reasons, warnings };
}

/** A referral takes away every organization's no that is not younger. */
function caseOf(facts: Facts, talk: Talk, wish: Wish, referral: Hearing | undefined): Case {
  const organizations = organizationsAt(facts, talk.who, wish.at, wish.channel);
  const noes = standingNoes(facts, talk.who, organizations).filter(
    (no) => no.kind !== 'organization' || referral === undefined || no.seq > referral.seq,
  );
  return { facts, talk, noes, organizations, wish, purpose: purposeOf(facts, talk, wish) };
}
