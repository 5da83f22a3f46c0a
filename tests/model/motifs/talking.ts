import type { Channel, Heard, Outcome, Pitch, Step } from '../../support/history';
import type { Dice } from '../dice';
import { DAY, HOUR, type Facts, type Message } from '../facts';
import { talkWith } from '../talk';
import { counts } from '../timeline';
import { turnOf } from '../turn';
import * as throwing from './throwing';
import {
  anybody,
  anyChannel,
  anyone,
  anyPitch,
  castMember,
  here,
  mostlyLast,
  spokenAt,
  whoever,
} from './throwing';

type Motif = throwing.Motif;

/** They write, or say it on the telephone or face to face to whoever logs it. */
export const theySpeak: Motif = (facts, dice) => {
  const who = anybody(facts, dice);
  const ours = facts.messages.filter((one) => one.who === who && one.direction === 'outbound');
  const named = dice.chance(35) ? mostlyLast(dice, ours) : undefined;
  const by = anyone(dice);
  const channel = dice.chance(10) ? 'in_person' : anyChannel(dice);
  const odd = dice.pick([undefined, undefined, 'auto_reply', 'complaint', 'connection'] as const);
  const kind = (dice.chance(22) ? odd : undefined) ?? 'human';
  const talk = (channel === 'in_person' || channel === 'phone') && kind === 'human' && dice.chance(70);
  return {
    do: 'log_in',
    who,
    by,
    kind,
    channel,
    ...spokenAt(dice),
    ...throwing.named('inReplyTo', named),
    ...(talk ? { heard: heardAs(facts, dice, who) } : throwing.sourceOf(facts, dice, by, channel)),
  };
};

export const weWrote: Motif = (facts, dice) => {
  const who = anybody(facts, dice);
  const by = whoever(facts, dice, who);
  const channel: Channel = dice.chance(8) ? 'in_person' : anyChannel(dice);
  const one = { do: 'log_out', who, by, channel, ...spokenAt(dice) } as const;
  if (dice.chance(5)) return { ...one, kind: 'connection' };
  const theirs = facts.messages.filter(
    (message) => message.who === who && message.direction === 'inbound' && message.kind === 'human',
  );
  const named = dice.chance(50) ? mostlyLast(dice, theirs) : undefined;
  const answers = throwing.named('answers', named);
  return { ...one, ...throwing.sourceOf(facts, dice, by, channel), ...answers, ...saying(dice, named) };
};

/** From somebody's own mail program, before anybody here has heard what it answers. */
export const weAnswerElsewhere: Motif = (facts, dice) => {
  const reply = mostlyLast(
    dice,
    here(facts).flatMap((who) => talkWith(facts, who).unheard),
  );
  const who = castMember(facts, reply?.who);
  if (reply === undefined || who === undefined) return undefined;
  const by = dice.pick(['owner', 'member'] as const);
  const said = { hoursAgo: dice.pick([0, 0, 1, 5]), dayOnly: false, answers: reply.id };
  return { do: 'log_out', who, by, source: 'synced', channel: 'email', ...said };
};

/** A pitch, a promise, a last word, or nothing but the message. */
function saying(dice: Dice, named: Message | undefined) {
  if (dice.chance(12)) return { nothingToAnswer: true };
  const promise = named !== undefined && dice.chance(20) ? { promisedDays: dice.pick([4, 0, 1, 30]) } : {};
  return { ...anyPitch(dice), ...promise };
}

const outcomes: readonly [Outcome, ...Outcome[]] = [
  ...(['other', 'question', 'declined', 'later', 'interested', 'wrong_person'] as const),
  ...(['other', 'question', 'declined', 'later', 'interested', 'wrong_person'] as const),
  ...(['question', 'declined', 'later', 'interested', 'declined', 'later', 'opted_out'] as const),
];

function heardAs(facts: Readonly<Facts>, dice: Dice, speaker: number, outcome = dice.pick(outcomes)): Heard {
  const pitch = dice.chance(50) ? { pitch: dice.pick<Pitch>([0, 1]) } : {};
  const other = dice.chance(15) ? dice.from(here(facts).filter((who) => who !== speaker)) : undefined;
  const refers = other === undefined || outcome === 'opted_out' ? {} : { refers: other };
  if (outcome === 'wrong_person') return { outcome, ...pitch, ...refers };
  if (outcome === 'later') {
    return dice.chance(60) ? { outcome, untilHours: namedDay(facts, dice), ...refers } : { outcome };
  }
  if (outcome !== 'declined') return { outcome, ...refers };
  const homeless = facts.contacts.get(speaker)?.organization === null && !dice.chance(5);
  const wide = homeless ? 'person' : 'organization';
  const scope = dice.pick(['person', 'this_pitch', 'all_pitches', wide, wide, 'this_pitch'] as const);
  return { outcome, scope, ...(scope === 'this_pitch' ? pitch : {}), ...refers };
}

/** A named day some way off, today's, one gone by, or midnight to the hour. */
const namedDay = (facts: Readonly<Facts>, dice: Dice): number => {
  const toMidnight = 24 - (facts.now % DAY) / HOUR;
  return dice.pick([24 * 10, 24 * 3, 24 * 30, 24 * 100, 24 * 300, toMidnight, toMidnight - 1, 2, -30]);
};

const hearing = (facts: Readonly<Facts>, dice: Dice, reply: Message, outcome?: Outcome): Step => ({
  do: 'hear',
  message: reply.id,
  by: anyone(dice),
  ...heardAs(facts, dice, reply.who, outcome),
});

export const weHear: Motif = (facts, dice) => {
  const message = mostlyLast(
    dice,
    here(facts).flatMap((who) => talkWith(facts, who).unheard),
  );
  return message === undefined ? hearAgain(facts, dice) : hearing(facts, dice, message);
};

/** Somebody who closed a door writes again. */
export const theyComeBack: Motif = (facts, dice) => {
  const closers = facts.hearings.filter((one) =>
    ['declined', 'later', 'wrong_person', 'opted_out'].includes(one.outcome),
  );
  const speakers = [...closers.map(({ reply }) => reply), ...facts.stops];
  const who = castMember(facts, mostlyLast(dice, speakers)?.who);
  if (who === undefined) return undefined;
  const channel = anyChannel(dice);
  return {
    do: 'log_in',
    who,
    by: anyone(dice),
    kind: 'human',
    channel,
    hoursAgo: 0,
    dayOnly: dice.chance(15),
  };
};

/** What was said last, heard as words that may act on what was said before. */
export const weHearThemComeBack: Motif = (facts, dice) => {
  const last = facts.messages.at(-1);
  if (last === undefined || last.direction === 'outbound' || !counts(last)) return undefined;
  return hearing(facts, dice, last, dice.pick(['interested', 'later', 'question'] as const));
};

export const hearAgain: Motif = (facts, dice) => {
  const message = dice.from(facts.messages.filter((one) => one.hearing !== null && one.id >= 0));
  return message === undefined ? undefined : hearing(facts, dice, message);
};

export const weSend: Motif = (facts, dice) => {
  const who = anybody(facts, dice);
  const named = dice.chance(60) ? mostlyLast(dice, talkWith(facts, who).replies) : undefined;
  const at = dice.chance(5) ? dice.from(here(facts)) : undefined;
  return {
    do: 'send',
    who,
    by: whoever(facts, dice, who),
    channel: anyChannel(dice),
    newFact: dice.chance(45),
    ...throwing.named('answers', named),
    ...saying(dice, named),
    ...(at === undefined ? {} : { at }),
  };
};

/** Courtesy and answers want no pitch and the very reply they are for. */
export const weAnswer: Motif = (facts, dice) => {
  const heard = facts.hearings.map(({ reply }) => reply).filter((reply) => counts(reply) && reply.id >= 0);
  const reply = mostlyLast(dice, heard);
  const who = castMember(facts, reply?.who);
  if (reply === undefined || who === undefined) return undefined;
  const by = whoever(facts, dice, who);
  const promise = dice.chance(30) ? { promisedDays: dice.pick([4, 0, 1, 30]) } : {};
  const said = dice.chance(12) ? { nothingToAnswer: true } : promise;
  return { do: 'send', who, by, channel: anyChannel(dice), answers: reply.id, newFact: false, ...said };
};

/** One more word to whom we wrote last: an addendum, what was promised, or too much. */
export const weAdd: Motif = (facts, dice) => {
  const last = facts.messages.findLast((one) => one.direction === 'outbound');
  const who = castMember(facts, last?.who);
  if (last === undefined || who === undefined) return undefined;
  const channel = last.channel === 'in_person' ? 'email' : last.channel;
  return {
    do: 'send',
    who,
    by: last.by,
    channel,
    newFact: false,
    ...(dice.chance(15) ? anyPitch(dice) : {}),
  };
};

export const itIsSettled: Motif = (facts, dice) => {
  const message = dice.from(
    facts.messages.filter((one) => one.outbox === 'queued' || one.outbox === 'uncertain'),
  );
  const all = ['accepted', 'accepted', 'accepted', 'withdrawn', 'uncertain', 'failed', 'bounced'] as const;
  return message === undefined ? undefined : { do: 'settle', message: message.id, as: dice.pick(all) };
};

/** What was composed last is no longer on its way. */
export const itArrives: Motif = (facts) => {
  const message = facts.messages.findLast((one) => one.outbox === 'queued');
  return message === undefined ? undefined : { do: 'settle', message: message.id, as: 'accepted' };
};

export const itBounces: Motif = (facts, dice) => {
  const message = mostlyLast(
    dice,
    facts.messages.filter((one) => one.outbox === 'accepted' && one.channel === 'email'),
  );
  return message === undefined ? undefined : { do: 'settle', message: message.id, as: 'bounced' };
};

export const itIsDone: Motif = (facts, dice) => {
  const ready = here(facts).filter((who) => {
    const talk = talkWith(facts, who);
    return turnOf(facts, talk) === 'ours' && talk.unheard.length === 0;
  });
  const who = dice.from(ready);
  return who === undefined ? undefined : { do: 'done', who, by: anyone(dice) };
};
