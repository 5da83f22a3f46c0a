import type { Step } from '../../support/history';
import { isClosed, door } from '../doors';
import type { Dice } from '../dice';
import type { Facts } from '../facts';
import { anybody, anyChannel, anyone, castMember, here, mostlyLast, spokenAt, type Motif } from './throwing';

export const weRest: Motif = (facts, dice) => {
  return { do: 'rest', who: anybody(facts, dice), by: anyone(dice), days: dice.pick([30, 1, 7, 90, 400]) };
};

export const weLiftRest: Motif = (facts, dice) => {
  const who = castMember(facts, facts.ownRests.at(-1)?.who);
  return who === undefined ? undefined : { do: 'lift_rest', who, by: anyone(dice) };
};

const domains = ['org0.example', 'free.example', 'org1.example', 'example'] as const;

export const doorsChange: Motif = (facts, dice) => {
  if (facts.suppressions.some((row) => row.lifted === null) && dice.chance(60)) return freed(facts, dice);
  const one = { who: anybody(facts, dice), channel: anyChannel(dice) };
  return dice.pick<Step>([
    { do: 'suppress', ...one },
    { do: 'retire', ...one },
    { do: 'suppress_domain', domain: dice.pick(domains) },
    { do: 'unsuppress', ...one },
    { do: 'own_domain', organization: 0, domain: 'org0.example' },
    { do: 'own_domain', organization: dice.pick([1, 0]), domain: 'org1.example' },
  ]);
};

const freed = (facts: Readonly<Facts>, dice: Dice): Step | undefined => {
  const addresses = here(facts).flatMap((who) =>
    (['email', 'linkedin', 'phone'] as const)
      .filter((channel) => isClosed(facts, door(who, channel)))
      .map((channel): Step => ({ do: 'unsuppress', who, channel })),
  );
  const wide = domains
    .filter((domain) => isClosed(facts, `domain:${domain}`))
    .map((domain): Step => ({ do: 'unsuppress_domain', domain }));
  return dice.from([...addresses, ...wide]);
};

export const theyOptOut: Motif = (facts, dice) => ({
  do: 'opt_out',
  who: anybody(facts, dice),
  by: anyone(dice),
});

export const theyAskUsToWrite: Motif = (facts, dice) => {
  const stopped = [
    ...facts.stops.map(({ who }) => who),
    ...facts.hearings.filter(({ outcome }) => outcome === 'opted_out').map(({ reply }) => reply.who),
  ];
  const who = mostlyLast(dice, stopped);
  const message = facts.messages.findLast((one) => one.who === who && one.direction === 'inbound');
  if (message === undefined || message.id < 0) return undefined;
  return { do: 'lift_opt_out', by: dice.chance(90) ? 'owner' : 'member', message: message.id };
};

export const itIsRetracted: Motif = (facts, dice) => {
  const message = mostlyLast(
    dice,
    facts.messages.filter((one) => one.outbox === null && one.id >= 0),
  );
  return message === undefined ? undefined : { do: 'retract', message: message.id };
};

/** A message that closed something is taken back, and then what it closed. */
export const aNoIsRetracted: Motif = (facts, dice) => {
  const hearing = mostlyLast(
    dice,
    facts.hearings.filter((one) => one.outcome !== 'other' && one.reply.retracted === null),
  );
  return hearing === undefined || hearing.reply.id < 0
    ? undefined
    : { do: 'retract', message: hearing.reply.id };
};

export const aNoIsWithdrawn: Motif = (facts, dice) => {
  const hearing = facts.hearings.findLast(({ reply }) => reply.retracted !== null);
  if (hearing === undefined) return undefined;
  return { do: 'withdraw', by: dice.chance(90) ? 'owner' : 'member', message: hearing.reply.id };
};

export const itIsCorrected: Motif = (facts, dice) => {
  const message = mostlyLast(
    dice,
    facts.messages.filter((one) => one.outbox === null && one.retracted === null && one.id >= 0),
  );
  if (message === undefined) return undefined;
  const pitch = message.direction === 'outbound' && dice.chance(40) ? { pitch: 0 as const } : {};
  return { do: 'correct', message: message.id, ...spokenAt(dice), ...pitch };
};

export const theySucceed: Motif = (facts, dice) => {
  const no = facts.hearings.findLast(({ scope }) => scope === 'organization');
  const who = dice.from(here(facts).filter((one) => one !== no?.reply.who));
  if (no === undefined || who === undefined) return undefined;
  return { do: 'succeed', by: dice.chance(90) ? 'owner' : 'member', message: no.reply.id, who };
};

/** Whoever speaks for an organization from now on says that they are interested. */
export const theSuccessorAgrees: Motif = (facts, dice) => {
  const successor = facts.hearings.findLast(({ successors }) => successors.length > 0)?.successors.at(-1);
  const who = castMember(facts, successor?.who);
  if (who === undefined) return undefined;
  const said = { channel: 'in_person', kind: 'human', hoursAgo: 0, dayOnly: false } as const;
  return { do: 'log_in', who, by: anyone(dice), ...said, heard: { outcome: 'interested' } };
};
