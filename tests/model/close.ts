import type { Step } from '../support/history';
import { spokenSince } from './closers';
import { address, domainDoor, door, isClosed } from './doors';
import { DAY, isHere, isOpen, isOwner, stamp, type Facts, type Hearing, type Person } from './facts';
import { isReply } from './hear';
import { messageOf } from './log';
import { ownRestsInForce } from './rests';
import { talkWith } from './talk';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;

export function doorClosed(facts: Facts, step: Steps<'suppress'> | Steps<'suppress_domain'>): boolean {
  const one = step.do === 'suppress' ? door(step.who, step.channel) : domainDoor(step.domain);
  if (step.do === 'suppress' && !isHere(facts, step.who)) return false;
  if (isClosed(facts, one)) return false;
  facts.suppressions.push({ door: one, recorded: stamp(facts), lifted: null });
  return true;
}

export function doorFreed(facts: Facts, step: Steps<'unsuppress'> | Steps<'unsuppress_domain'>): boolean {
  const one = step.do === 'unsuppress' ? door(step.who, step.channel) : domainDoor(step.domain);
  if (step.do === 'unsuppress' && !isHere(facts, step.who)) return false;
  const row = facts.suppressions.find((each) => each.door === one && each.lifted === null);
  if (row === undefined) return false;
  row.lifted = stamp(facts);
  return true;
}

export function retiredFrom(facts: Facts, step: Steps<'retire'>): boolean {
  const one = address(step.who, step.channel);
  if (!isHere(facts, step.who) || facts.retired.has(one)) return false;
  facts.retired.add(one);
  return true;
}

export function rested(facts: Facts, { who, by, days }: Steps<'rest'>): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by)) return false;
  if (!Number.isInteger(days) || days < 1 || days > 400) return false;
  const until = facts.now + days * DAY;
  facts.ownRests.push({ who, until, recordedAt: facts.now, seq: ++facts.seq, lifted: null });
  return true;
}

export function restLifted(facts: Facts, { who, by }: Steps<'lift_rest'>): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by)) return false;
  const rests = ownRestsInForce(facts, talkWith(facts, who));
  for (const rest of rests) rest.lifted = stamp(facts);
  return rests.length > 0;
}

export function optedOut(facts: Facts, { who, by }: Steps<'opt_out'>): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by)) return false;
  facts.stops.push({ who, words: null, recorded: stamp(facts), lifted: null });
  return true;
}

/** Words of theirs lift every stop that they were spoken after. */
export function stopLifted(facts: Facts, { by, message }: Steps<'lift_opt_out'>): boolean {
  const reply = messageOf(facts, message);
  if (!isOwner(facts, by) || !isReply(reply)) return false;
  const stops = facts.stops.filter(
    ({ who, words, recorded }) => who === reply.who && spokenSince(reply, { words, seq: recorded.seq }),
  );
  const heard = stopsHeardFrom(facts, reply.who).filter((hearing) =>
    spokenSince(reply, { words: hearing.reply, seq: hearing.seq }),
  );
  const open = [...stops, ...heard].filter((one) => one.lifted === null);
  for (const one of open) one.lifted = stamp(facts);
  return open.length > 0;
}

const stopsHeardFrom = (facts: Facts, who: Person): Hearing[] =>
  facts.hearings.filter(
    (hearing) =>
      hearing.outcome === 'opted_out' &&
      hearing.reply.who === who &&
      hearing.reply.hearing === hearing &&
      hearing.withdrawn === null,
  );

/** What was closed by a message that should not have been recorded. */
export function withdrawn(facts: Facts, { by, message }: Steps<'withdraw'>): boolean {
  const reply = messageOf(facts, message);
  const hearing = reply?.hearing;
  if (!isOwner(facts, by) || !hearing || reply.retracted === null) return false;
  const closes = ['declined', 'wrong_person', 'later', 'opted_out'].includes(hearing.outcome);
  if (!closes || hearing.withdrawn !== null) return false;
  hearing.withdrawn = stamp(facts);
  return true;
}

export function succeeded(facts: Facts, { by, message, who }: Steps<'succeed'>): boolean {
  const hearing = messageOf(facts, message)?.hearing;
  if (!isOwner(facts, by) || !isHere(facts, who) || !hearing || hearing.withdrawn !== null) return false;
  const wide = hearing.outcome === 'declined' && hearing.scope === 'organization';
  if (!wide || hearing.reply.who === who) return false;
  hearing.successors.push({ ...stamp(facts), who });
  return true;
}
