import type { MetHow, Reason, Step } from '../../support/history';
import { DAY, everyUser } from '../facts';
import type { Dice } from '../dice';
import { holder } from '../holder';
import { talkWith } from '../talk';
import { verdict } from '../verdict';
import { anybody, anyChannel, anyone, castMember, here, mostlyLast, type Motif } from './throwing';

export const weListen: Motif = (_, dice) =>
  dice.chance(70) ? { do: 'listen_everywhere' } : someoneListens(dice);

const someoneListens = (dice: Dice): Step =>
  dice.pick<Step>([
    { do: 'read_mailbox', by: anyone(dice) },
    { do: 'look', by: anyone(dice), channel: anyChannel(dice) },
    { do: 'open_mailbox', by: 'colleague' },
  ]);

export const crowdWrites: Motif = (_, dice) => ({
  do: 'crowd_writes',
  to: anyone(dice),
  people: dice.pick([6, 6, 5, 3]),
});

export const crowdIsHeard: Motif = (facts, dice) =>
  [...facts.contacts.values()].some(({ inCast }) => !inCast)
    ? { do: 'crowd_is_heard', by: anyone(dice) }
    : undefined;

export const weHandOver: Motif = (facts, dice) => {
  const held = here(facts).flatMap((who) => {
    const by = holder(facts, talkWith(facts, who));
    return by === null ? [] : [{ who, by }];
  });
  const one = mostlyLast(dice, held);
  if (one === undefined) return undefined;
  const to = dice.from(everyUser.filter((user) => user !== one.by)) ?? 'member';
  return { do: 'hand_over', who: one.who, by: dice.chance(60) ? one.by : anyone(dice), to };
};

const hows: readonly [MetHow, ...MetHow[]] = [
  'found',
  'event',
  'introduced',
  'in_person',
  'wrote_first',
  'unknown',
];

export const theHouseChanges: Motif = (facts, dice) => {
  const user = anyone(dice);
  const successor = dice.from(everyUser.filter((other) => other !== user));
  const to = successor === undefined || dice.chance(40) ? {} : { to: successor };
  const who = anybody(facts, dice);
  const number = dice.pick([0, 1, 2] as const);
  return dice.pick<Step>([
    { do: 'met', who, how: dice.pick(hows), named: dice.chance(60) },
    { do: 'set_policy', followUpsNeverAnswered: number },
    { do: 'set_policy', followUpsInConversation: number },
    { do: 'set_policy', invitationNeeded: dice.pick(['block', 'warn', 'off']) },
    { do: 'appoint', user: user === 'owner' ? 'member' : user, as: dice.pick(['owner', 'owner', 'member']) },
    { do: 'close_account', user, ...to },
  ]);
};

export const theyMove: Motif = (facts, dice) => {
  const who = anybody(facts, dice);
  const elsewhere = ([0, 1, null] as const).filter((to) => to !== facts.contacts.get(who)?.organization);
  return { do: 'move', who, to: dice.from(elsewhere) ?? null };
};

export const somebodyAppears: Motif = (facts, dice) => {
  if (facts.contacts.has(3)) return undefined;
  const domain = dice.pick(['org0.example', 'org1.example', 'free.example'] as const);
  return { do: 'appear', who: 3, domain, organization: dice.pick([null, 0, 1]) };
};

export const theyAreOne: Motif = (facts, dice) => {
  const from = dice.from(here(facts));
  const into = dice.from(here(facts).filter((who) => who !== from));
  return from === undefined || into === undefined ? undefined : { do: 'merge', from, into };
};

const grantable: readonly Reason[] = [
  ...(['suppressed', 'declined', 'wrong_person', 'resting', 'awaiting_reply'] as const),
  ...(['recently_ended', 'colleague_in_conversation', 'listening_debt', 'deaf'] as const),
];

/** What is in the way of somebody's message is excepted, mostly all of it. */
export const weExcept: Motif = (facts, dice) => {
  const who = anybody(facts, dice);
  const to = anyone(dice);
  const wish = { by: to, channel: 'email', at: who, pitch: null, names: null, newFact: true } as const;
  const none = { exception: null, referral: null };
  const refused = verdict(facts, talkWith(facts, who), wish, none).reasons;
  const reasons = [...refused, ...(dice.chance(50) ? ['deaf' as const] : [])].filter(
    (reason) => grantable.includes(reason) && !dice.chance(8),
  );
  if (reasons.length === 0) return undefined;
  return {
    do: 'grant',
    who,
    by: dice.chance(80) ? 'owner' : anyone(dice),
    to,
    reasons: [...new Set(reasons)],
  };
};

export const weUseException: Motif = (facts, dice) => {
  const grant = mostlyLast(dice, facts.grants);
  const who = castMember(facts, grant?.who);
  if (grant === undefined || who === undefined) return undefined;
  const by = dice.chance(92) ? grant.to : anyone(dice);
  const channel = dice.chance(80) ? 'email' : anyChannel(dice);
  return { do: 'send', who, by, channel, exception: grant.id, newFact: dice.chance(50) };
};

export const weUseReferral: Motif = (facts, dice) => {
  const hearing = mostlyLast(
    dice,
    facts.hearings.filter(({ refers }) => refers !== null),
  );
  const who = castMember(facts, hearing?.refers ?? undefined);
  if (hearing === undefined || who === undefined) return undefined;
  const by = holder(facts, talkWith(facts, who)) ?? anyone(dice);
  const pitch = dice.chance(50) ? { pitch: 0 as const } : {};
  return { do: 'send', who, by, channel: 'email', referral: hearing.id, newFact: false, ...pitch };
};

/** References and answers that may make no sense at all. */
export const nonsense: Motif = (facts, dice) => {
  const message = dice.from(facts.messages.filter(({ id }) => id >= 0))?.id ?? 0;
  const who = dice.pick([0, 1, 2, 3] as const);
  const one = { who, channel: anyChannel(dice) };
  const said = { hoursAgo: 0, dayOnly: false };
  return dice.pick<Step>([
    { do: 'hear', message, by: anyone(dice), outcome: 'other' },
    { do: 'settle', message, as: 'withdrawn' },
    { do: 'retract', message },
    { do: 'send', ...one, by: 'owner', answers: message, newFact: true },
    { do: 'send', ...one, by: 'owner', referral: message, exception: message, newFact: true },
    { do: 'log_in', ...one, ...said, kind: 'human', inReplyTo: message },
    { do: 'log_out', ...one, ...said, answers: message },
    { do: 'done', who, by: 'owner' },
    { do: 'withdraw', by: 'owner', message },
    { do: 'lift_opt_out', by: 'owner', message },
    { do: 'hand_over', who, by: 'owner', to: anyone(dice) },
  ]);
};

/** So long that working days of waiting have passed. */
export const aWeekPasses: Motif = (_, dice) => ({
  do: 'pass',
  hours: (dice.pick([7, 2, 3, 1]) * DAY) / 3_600_000 + dice.pick([0, 0, -1]),
});
