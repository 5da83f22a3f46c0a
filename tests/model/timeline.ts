import { DAY, startOfDay, type Facts, type Message, type Person, type Position } from './facts';

/** Human, not retracted, and, if it was composed here, not given back. */
export function counts(message: Message): boolean {
  return message.kind === 'human' && message.retracted === null && message.givenBack === null;
}

/** The instant a message stands at before it is held against the one it names. */
export function ownMoment(
  direction: 'inbound' | 'outbound',
  spokenAt: number,
  dayOnly: boolean,
  recordedAt: number,
): { moment: number; day: number } {
  const day = startOfDay(spokenAt);
  if (!dayOnly) return { moment: spokenAt, day };
  return { moment: Math.min(direction === 'inbound' ? day : day + DAY - 1, recordedAt), day };
}

/** Fixed when recorded: a retraction of the named message later does not move the one that names it. */
export function place(moment: number, seq: number, named: Message | null): Position {
  if (named === null || moment > named.position.moment) return { moment, depth: 0, seq };
  return { moment: named.position.moment, depth: named.position.depth + 1, seq };
}

/** What a message names now: a correction stands for the row it corrects. */
export function namedBy(message: Pick<Message, 'names'>): Message | null {
  let named = message.names;
  while (named?.correctedBy) named = named.correctedBy;
  return named;
}

export function comparePositions(a: Position, b: Position): number {
  return a.moment - b.moment || a.depth - b.depth || a.seq - b.seq;
}

export const compare = (a: Message, b: Message): number => comparePositions(a.position, b.position);

export const standsAfter = (later: Message, earlier: Message): boolean => compare(later, earlier) > 0;

/** Stricter than standing after: on a day of which one hour is unknown nothing was spoken in an order. */
export function spokenAfter(later: Message, earlier: Message): boolean {
  const sameUnknownDay = (later.dayOnly || earlier.dayOnly) && later.day === earlier.day;
  return standsAfter(later, earlier) && !sameUnknownDay;
}

/** The counting messages of one contact over all channels, first spoken first. */
export function timeline(facts: Facts, who: Person): Message[] {
  return facts.messages.filter((message) => message.who === who && counts(message)).sort(compare);
}
