import { DAY, startOfDay, type Facts, type Message, type Position } from './facts';

/** Human, not retracted, and, if it was composed here, not given back. */
export function counts(message: Message): boolean {
  return message.human && !message.retracted && message.outbox !== 'withdrawn';
}

/** The instant a message stands at before it is held against the one it names. */
export function ownMoment(
  direction: 'inbound' | 'outbound',
  spokenAt: number,
  dayOnly: boolean,
): { moment: number; day: number | null } {
  if (!dayOnly) return { moment: spokenAt, day: null };
  const day = startOfDay(spokenAt);
  return { moment: direction === 'inbound' ? day : day + DAY - 1, day };
}

/** Fixed when recorded: a retraction of the named message later does not move the one that names it. */
export function place(moment: number, seq: number, named: Message | null): Position {
  if (named === null || moment > named.position.moment) return { moment, depth: 0, seq };
  return { moment: named.position.moment, depth: named.position.depth + 1, seq };
}

export function compare(a: Message, b: Message): number {
  return (
    a.position.moment - b.position.moment ||
    a.position.depth - b.position.depth ||
    a.position.seq - b.position.seq
  );
}

export const standsAfter = (later: Message, earlier: Message): boolean => compare(later, earlier) > 0;

/** Stricter than standing after: two of one day whose hours nobody knows were not spoken in an order. */
export function spokenAfter(later: Message, earlier: Message): boolean {
  const sameUnknownDay = later.day !== null && later.day === earlier.day;
  return standsAfter(later, earlier) && !sameUnknownDay;
}

/** The counting messages of one contact over all channels, first spoken first. */
export function timeline(facts: Facts, who: Message['who']): Message[] {
  return facts.messages.filter((message) => message.who === who && counts(message)).sort(compare);
}
