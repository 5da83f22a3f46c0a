import type { By, Organization, Reason } from '../support/history';
import { countingHearings, standingNoes } from './closers';
import { DAY, isOpen, isOwner, everyUser, type Facts, type Grant, type Hearing, type Person } from './facts';
import { holder } from './holder';
import { talkWith } from './talk';
import { counts } from './timeline';

const REFERRAL_DAYS = 90;
const EXCEPTION_DAYS = 14;
const YEAR_DAYS = 365;
const MOST_IN_A_YEAR = 2;

const never: readonly Reason[] = [
  'opted_out',
  'not_their_address',
  'unheard_reply',
  'response_owed',
  'invitation_needed',
];

/** The referral made by this step, if it may still open a message to this contact. */
export function usableReferral(facts: Facts, who: Person, id: number | null): Hearing | undefined {
  const hearing = countingHearings(facts).find((one) => one.id === id);
  if (hearing?.refers !== who || hearing.reply.who === who || hearing.reply.retracted !== null) {
    return undefined;
  }
  const used = facts.messages.some((message) => message.referral === id && counts(message));
  return !used && facts.now < hearing.recordedAt + REFERRAL_DAYS * DAY ? hearing : undefined;
}

/** The exception granted by this step, if it may still serve a message of this writer to this contact. */
export function usableException(
  facts: Facts,
  who: Person,
  by: By,
  id: number | null,
  organizations: readonly Organization[],
): Grant | undefined {
  const grant = facts.grants.find((one) => one.id === id);
  if (grant?.who !== who || grant.to !== by) return undefined;
  const uses = facts.messages.filter(
    (message) => message.who === who && message.exception !== null && counts(message),
  );
  const thisYear = uses.filter((message) => facts.now < message.recordedAt + YEAR_DAYS * DAY);
  const used = uses.some((message) => message.exception === id) || thisYear.length >= MOST_IN_A_YEAR;
  // It was given in view of how things stood then.
  const overtaken =
    facts.hearings.some((hearing) => hearing.reply.who === who && hearing.seq > grant.seq) ||
    facts.handOvers.some((given) => given.who === who && given.recorded.seq > grant.seq) ||
    standingNoes(facts, who, organizations).some((no) => no.kind !== 'opt_out' && no.seq > grant.seq);
  return !used && !overtaken && facts.now < grant.recordedAt + EXCEPTION_DAYS * DAY ? grant : undefined;
}

/** Owners grant, though not to themselves while there is another; and whoever talks with them, of that alone. */
export function mayGrant(facts: Facts, who: Person, by: By, to: By, reasons: readonly Reason[]): boolean {
  if (!isOpen(facts, by) || !isOpen(facts, to) || reasons.length === 0) return false;
  if (reasons.some((reason) => never.includes(reason))) return false;
  const owners = everyUser.filter((user) => isOwner(facts, user));
  if (owners.includes(by) && (by !== to || owners.length === 1)) return true;
  const ofTheirs = reasons.every((reason) => reason === 'colleague_in_conversation');
  return ofTheirs && by !== to && holder(facts, talkWith(facts, who)) === by;
}
