import type { By, Channel, Outcome, Pitch, Step, Who } from '../support/history';
import type { Dice } from './dice';
import { DAY, HOUR, door, type Facts, type Message } from './facts';
import { counts } from './timeline';
import { talkWith } from './talk';
import { turnOf } from './turn';

/** A motif looks at what was recorded and proposes the next step, or none. */
export type Motif = (facts: Readonly<Facts>, dice: Dice) => Step | undefined;

const cast: readonly Who[] = [0, 1, 2];
const anybody = (dice: Dice): Who => dice.pick<Who>([0, 0, 0, 0, 1, 1, 2]);
const anyChannel = (dice: Dice): Channel => dice.pick<Channel>(['email', 'email', 'linkedin']);
const anyone = (dice: Dice): By => dice.pick<By>(['owner', 'owner', 'member']);
const anyPitch = (dice: Dice): { pitch?: Pitch } => {
  const pitch = dice.pick<Pitch | undefined>([undefined, undefined, 0, 0, 1]);
  return pitch === undefined ? {} : { pitch };
};
const spoken = (dice: Dice) => ({
  channel: anyChannel(dice),
  hoursAgo: dice.pick([0, 0, 0, 0, 1, 2, 5, 12, 24, 48, 400, 2000]),
  dayOnly: dice.chance(18),
});
const mostlyLast = (dice: Dice, messages: readonly Message[]): Message | undefined =>
  dice.chance(75) ? messages.at(-1) : dice.from(messages);

export const theySpeak: Motif = (facts, dice) => {
  const who = anybody(dice);
  const ours = facts.messages.filter((message) => message.who === who && message.direction === 'outbound');
  const named = dice.chance(35) ? mostlyLast(dice, ours) : undefined;
  return {
    do: 'log_in',
    who,
    kind: dice.chance(8) ? 'auto_reply' : 'human',
    ...spoken(dice),
    ...(named === undefined ? {} : { inReplyTo: named.id }),
  };
};

export const weWrote: Motif = (facts, dice) => {
  const who = anybody(dice);
  const theirs = facts.messages.filter(
    (message) => message.who === who && message.direction === 'inbound' && message.human,
  );
  const named = dice.chance(40) ? mostlyLast(dice, theirs) : undefined;
  return {
    do: 'log_out',
    who,
    ...spoken(dice),
    ...anyPitch(dice),
    ...(named === undefined ? {} : { answers: named.id }),
  };
};

const outcomes: readonly [Outcome, ...Outcome[]] = [
  ...(['other', 'question', 'declined', 'later', 'interested', 'wrong_person'] as const),
  ...(['other', 'question', 'declined', 'later', 'interested', 'wrong_person'] as const),
  ...(['question', 'declined', 'later', 'interested', 'declined', 'later', 'opted_out'] as const),
];

const hearingOfA = (
  facts: Readonly<Facts>,
  dice: Dice,
  message: Message,
  outcome = dice.pick(outcomes),
): Step => {
  const pitch = dice.chance(50) ? { pitch: dice.pick<Pitch>([0, 1]) } : {};
  const heard = { do: 'hear', message: message.id, by: anyone(dice), outcome } as const;
  if (outcome === 'wrong_person') return { ...heard, ...pitch };
  if (outcome === 'later') return dice.chance(60) ? { ...heard, untilHours: namedDay(facts, dice) } : heard;
  if (outcome !== 'declined') return heard;
  const homeless = facts.organizationOf[message.who] === null && !dice.chance(5);
  const wide = homeless ? 'person' : 'organization';
  const scope = dice.pick(['person', 'this_pitch', 'all_pitches', wide, wide, 'this_pitch'] as const);
  return { ...heard, scope, ...(scope === 'this_pitch' ? pitch : {}) };
};

/** A named day some way off, today's, one gone by, or midnight to the hour. */
const namedDay = (facts: Readonly<Facts>, dice: Dice): number => {
  const toMidnight = 24 - (facts.now % DAY) / HOUR;
  return dice.pick([24 * 10, 24 * 3, 24 * 30, 24 * 100, 24 * 300, toMidnight, toMidnight - 1, 2, -30]);
};

export const weHear: Motif = (facts, dice) => {
  const waiting = cast.flatMap((who) => talkWith(facts, who).unheard);
  const message = mostlyLast(dice, waiting);
  return message === undefined ? hearAgain(facts, dice) : hearingOfA(facts, dice, message);
};

/** Somebody who closed a door writes again. */
export const theyComeBack: Motif = (facts, dice) => {
  const closers = facts.hearings.filter((hearing) =>
    ['declined', 'later', 'wrong_person', 'opted_out'].includes(hearing.outcome),
  );
  const who = mostlyLast(
    dice,
    closers.map((hearing) => hearing.reply),
  )?.who;
  if (who === undefined) return undefined;
  return {
    do: 'log_in',
    who,
    kind: 'human',
    channel: anyChannel(dice),
    hoursAgo: 0,
    dayOnly: dice.chance(15),
  };
};

/** What was said last, heard as words that may act on what was said before. */
export const weHearThemComeBack: Motif = (facts, dice) => {
  const last = facts.messages.at(-1);
  if (last === undefined || last.direction === 'outbound' || !counts(last)) return undefined;
  return hearingOfA(facts, dice, last, dice.pick(['interested', 'later', 'question'] as const));
};

export const hearAgain: Motif = (facts, dice) => {
  const heard = facts.messages.filter((message) => message.hearing !== null);
  const message = dice.from(heard);
  return message === undefined ? undefined : hearingOfA(facts, dice, message);
};

export const weSend: Motif = (facts, dice) => {
  const who = anybody(dice);
  const named = dice.chance(60) ? mostlyLast(dice, talkWith(facts, who).replies) : undefined;
  const newFact = dice.chance(45);
  const wish = { do: 'send', who, by: anyone(dice), channel: anyChannel(dice), newFact } as const;
  return { ...wish, ...anyPitch(dice), ...(named === undefined ? {} : { answers: named.id }) };
};

/** Courtesy and answers want no pitch and the very reply they are for. */
export const weAnswer: Motif = (facts, dice) => {
  const heard = facts.hearings.map((hearing) => hearing.reply).filter(counts);
  const reply = mostlyLast(dice, heard);
  if (reply === undefined) return undefined;
  return {
    do: 'send',
    who: reply.who,
    by: 'owner',
    channel: anyChannel(dice),
    answers: reply.id,
    newFact: false,
  };
};

export const itIsSettled: Motif = (facts, dice) => {
  const message = dice.from(
    facts.messages.filter((one) => one.outbox === 'queued' || one.outbox === 'uncertain'),
  );
  const as = dice.pick(['accepted', 'accepted', 'accepted', 'withdrawn', 'uncertain'] as const);
  return message === undefined ? undefined : { do: 'settle', message: message.id, as };
};

export const itIsDone: Motif = (facts, dice) => {
  const ready = cast.filter((who) => {
    const talk = talkWith(facts, who);
    return turnOf(facts, talk) === 'ours' && talk.unheard.length === 0;
  });
  const who = dice.from(ready);
  return who === undefined ? undefined : { do: 'done', who, by: anyone(dice) };
};

export const weRest: Motif = (_, dice) => {
  return { do: 'rest', who: anybody(dice), by: anyone(dice), days: dice.pick([30, 1, 7, 90, 400]) };
};

export const weLiftRest: Motif = (facts, dice) => {
  const who = facts.ownRests.at(-1)?.who;
  return who === undefined ? undefined : { do: 'lift_rest', who, by: anyone(dice) };
};

export const doorsChange: Motif = (facts, dice) => {
  const suppressed = facts.suppressed.size > 0 && dice.chance(70);
  if (suppressed) return freed(facts, dice);
  const one = { who: anybody(dice), channel: anyChannel(dice) };
  return dice.pick<Step>([
    { do: 'suppress', ...one },
    { do: 'retire', ...one },
    { do: 'suppress_domain', domain: dice.pick(['org0.example', 'free.example', 'example'] as const) },
    { do: 'unsuppress', ...one },
  ]);
};

const freed = (facts: Readonly<Facts>, dice: Dice): Step | undefined => {
  const closed = cast.flatMap((who) =>
    (['email', 'linkedin'] as const)
      .filter((channel) => facts.suppressed.has(door(who, channel)))
      .map((channel) => ({ who, channel })),
  );
  const one = dice.from(closed);
  return one === undefined ? undefined : { do: 'unsuppress', ...one };
};

export const theyMove: Motif = (facts, dice) => {
  const who = anybody(dice);
  const elsewhere = ([0, 1, null] as const).filter((to) => to !== facts.organizationOf[who]);
  return { do: 'move', who, to: dice.from(elsewhere) ?? null };
};

export const itIsRetracted: Motif = (facts, dice) => {
  const message = mostlyLast(
    dice,
    facts.messages.filter((one) => one.outbox === null),
  );
  return message === undefined ? undefined : { do: 'retract', message: message.id };
};

/** References and answers that may make no sense at all. */
export const nonsense: Motif = (facts, dice) => {
  const message = dice.from(facts.messages)?.id ?? 0;
  const who = anybody(dice);
  const one = { who, channel: anyChannel(dice) };
  return dice.pick<Step>([
    { do: 'hear', message, by: anyone(dice), outcome: 'other' },
    { do: 'settle', message, as: 'withdrawn' },
    { do: 'retract', message },
    { do: 'send', ...one, by: 'owner', answers: message, newFact: true },
    { do: 'log_in', ...one, hoursAgo: 0, dayOnly: false, kind: 'human', inReplyTo: message },
    { do: 'log_out', ...one, hoursAgo: 0, dayOnly: false, answers: message },
    { do: 'done', who, by: 'owner' },
  ]);
};
