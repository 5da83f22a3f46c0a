import type { By, Step } from '../support/history';
import { everyUser, isHere, isOpen, isOwner, newContact, stamp, type Facts, type Person } from './facts';
import { heard } from './hear';
import { lastTalker, talksOf } from './holder';
import { mayGrant } from './leave';
import { record } from './log';
import { isOnTheWay } from './speak';
import { talkWith } from './talk';
import { turnOf } from './turn';

type Steps<Do extends Step['do']> = Extract<Step, { do: Do }>;

const FIRST_OF_CROWD = 100;

export function markedDone(facts: Facts, { who, by }: Steps<'done'>): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by)) return false;
  const talk = talkWith(facts, who);
  if (turnOf(facts, talk) !== 'ours' || talk.unheard.length > 0) return false;
  facts.endings.push({ who, recordedAt: facts.now, seq: ++facts.seq });
  return true;
}

export function handedOver(facts: Facts, { who, by, to }: Steps<'hand_over'>): boolean {
  if (!isHere(facts, who) || !isOpen(facts, by) || !isOpen(facts, to)) return false;
  const last = lastTalker(facts, talkWith(facts, who));
  if (last === null || last === to || (last !== by && !isOwner(facts, by))) return false;
  facts.handOvers.push({ who, to, recorded: stamp(facts) });
  return true;
}

const isOnlyOwner = (facts: Facts, user: By): boolean =>
  everyUser.every((other) => isOwner(facts, other) === (other === user));

export function accountClosed(facts: Facts, { user, to }: Steps<'close_account'>): boolean {
  if (!isOpen(facts, user) || isOnlyOwner(facts, user)) return false;
  if (to !== undefined && (to === user || !isOpen(facts, to))) return false;
  if (to !== undefined) {
    for (const { who } of talksOf(facts, user)) facts.handOvers.push({ who, to, recorded: stamp(facts) });
  }
  facts.users[user].open = false;
  return true;
}

export function appointed(facts: Facts, { user, as }: Steps<'appoint'>): boolean {
  if (!isOpen(facts, user) || facts.users[user].role === as || isOnlyOwner(facts, user)) return false;
  facts.users[user].role = as;
  return true;
}

export function granted(facts: Facts, step: Steps<'grant'>, at: number): boolean {
  const { who, by, to, reasons } = step;
  if (!isHere(facts, who) || !mayGrant(facts, who, by, to, reasons)) return false;
  facts.grants.push({ id: at, who, to, reasons, recordedAt: facts.now, seq: ++facts.seq });
  return true;
}

export function mailboxOpened(facts: Facts, by: By): boolean {
  if (!isOpen(facts, by) || facts.users[by].mailbox !== null) return false;
  facts.users[by].mailbox = { openedAt: facts.now, readAt: null };
  return true;
}

export function mailboxRead(facts: Facts, by: By): boolean {
  const { mailbox } = facts.users[by];
  if (!isOpen(facts, by) || mailbox === null) return false;
  mailbox.readAt = facts.now;
  return true;
}

export function crowdWrites(facts: Facts, { to, people }: Steps<'crowd_writes'>, at: number): boolean {
  if (!isOpen(facts, to)) return false;
  for (let one = 0; one < people; one++) {
    const who = FIRST_OF_CROWD + 10 * at + one;
    facts.contacts.set(who, newContact(facts.now, 'crowd.example', null, false));
    const base = { id: -1 - who, who, by: to, source: 'logged', channel: 'email' } as const;
    record(facts, base, 'outbound', null, { hoursAgo: 1, dayOnly: false });
    record(facts, { ...base, id: -100_000 - who }, 'inbound', null, { hoursAgo: 0, dayOnly: false });
    facts.looks.push({ by: to, channel: 'email', at: facts.now });
  }
  return true;
}

export function crowdIsHeard(facts: Facts, by: By): boolean {
  const waiting = [...facts.contacts]
    .filter(([, { inCast }]) => !inCast)
    .flatMap(([who]) => talkWith(facts, who).unheard);
  return waiting.length > 0 && waiting.every((reply) => heard(facts, reply, by, { outcome: 'other' }, -1));
}

/** Every row of one contact becomes the other's; places and order stay. */
export function merged(facts: Facts, { from, into }: Steps<'merge'>): boolean {
  const gone = facts.contacts.get(from);
  const stays = facts.contacts.get(into);
  if (gone === undefined || stays === undefined || from === into) return false;
  if (!isHere(facts, from) || !isHere(facts, into)) return false;
  if (isOnTheWay(facts, from) && isOnTheWay(facts, into)) return false;
  const rows: { who: Person }[][] = [
    facts.messages,
    facts.stops,
    facts.endings,
    facts.ownRests,
    facts.handOvers,
    facts.grants,
    ...facts.hearings.map((hearing) => hearing.successors),
  ];
  for (const row of rows.flat()) if (row.who === from) row.who = into;
  for (const hearing of facts.hearings) if (hearing.refers === from) hearing.refers = into;
  stays.organization ??= gone.organization;
  if (stays.met.how === 'unknown') stays.met = gone.met;
  stays.createdAt = Math.min(stays.createdAt, gone.createdAt);
  gone.mergedInto = into;
  return true;
}
