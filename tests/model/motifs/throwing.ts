import type { By, Channel, Pitch, Step, Who } from '../../support/history';
import type { Dice } from '../dice';
import { everyUser, isHere, isOpen, type Facts, type Message, type Person } from '../facts';
import { holder } from '../holder';
import { talkWith } from '../talk';

/** A motif looks at what was recorded and proposes the next step, or none. */
export type Motif = (facts: Readonly<Facts>, dice: Dice) => Step | undefined;

export type Sendable = Exclude<Channel, 'in_person'>;

const cast: readonly Who[] = [0, 1, 2, 3];

export const here = (facts: Readonly<Facts>): Who[] => cast.filter((who) => isHere(facts, who));

/** One of the cast who is still here. */
export const castMember = (facts: Readonly<Facts>, person: Person | undefined): Who | undefined =>
  here(facts).find((who) => who === person);

export const anybody = (facts: Readonly<Facts>, dice: Dice): Who => {
  const who = dice.pick<Who>([0, 0, 0, 0, 1, 1, 2, 3]);
  return castMember(facts, who) ?? here(facts)[0] ?? 0;
};

export const anyChannel = (dice: Dice): Sendable =>
  dice.pick<Sendable>(['email', 'email', 'email', 'email', 'linkedin', 'linkedin', 'phone', 'whatsapp']);

export const anyone = (dice: Dice): By => dice.pick<By>(['owner', 'owner', 'member', 'colleague']);

/** Mostly whoever is in conversation with them. */
export const whoever = (facts: Readonly<Facts>, dice: Dice, who: Person): By => {
  const holds = dice.chance(75) ? holder(facts, talkWith(facts, who)) : null;
  const open = everyUser.filter((user) => isOpen(facts, user));
  return holds ?? dice.from([...open, ...open.slice(0, 2)]) ?? 'owner';
};

export const anyPitch = (dice: Dice): { pitch?: Pitch } => {
  const pitch = dice.pick<Pitch | undefined>([undefined, undefined, 0, 0, 1]);
  return pitch === undefined ? {} : { pitch };
};

export const spokenAt = (dice: Dice) => ({
  hoursAgo: dice.pick([0, 0, 0, 0, 1, 2, 5, 12, 24, 48, 400, 2000]),
  dayOnly: dice.chance(18),
});

export const mostlyLast = <T>(dice: Dice, all: readonly T[]): T | undefined =>
  dice.chance(75) ? all.at(-1) : dice.from(all);

/** Their mailbox brings it now and then, if they have one. */
export const sourceOf = (facts: Readonly<Facts>, dice: Dice, by: By, channel: Channel) =>
  channel === 'email' && facts.users[by].mailbox !== null && dice.chance(25)
    ? { source: 'synced' as const }
    : {};

export const named = (key: 'answers' | 'inReplyTo', message: Message | undefined) =>
  message === undefined ? {} : { [key]: message.id };
