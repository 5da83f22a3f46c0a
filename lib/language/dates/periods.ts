import { dayAt, monthsAfter, partsOf, type Day, type Span } from './calendar';
import { feasts, type Feast } from './feasts';

/** What a date was named by. */
export type DateKind =
  | 'day'
  | 'weekday'
  | 'in_a_while'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'feast';

export type Part = 'early' | 'mid' | 'late' | 'end';

/** A time that was named: the same every year, or once and for all. */
export interface Period {
  readonly kind: DateKind;
  /** Each year's, or null where a year has none (29 February). */
  readonly ofYear: ((year: number) => Span | null) | null;
  /** Set where the year is known too. */
  readonly fixed: Span | null;
  /** Nothing is left to read into it: a day, a number of weeks. */
  readonly exact: boolean;
  /** What else it could mean. */
  readonly otherwise: Day | null;
  /** The sign after it. */
  readonly next: number;
}

type Yearly = (year: number) => Span | null;

export const monthSpan =
  (month: number): Yearly =>
  (year) => ({ from: dayAt(year, month, 1), to: dayAt(year, month + 1, 0) });

export const quarterSpan =
  (quarter: number): Yearly =>
  (year) => ({ from: dayAt(year, quarter * 3 - 2, 1), to: dayAt(year, quarter * 3 + 1, 0) });

export const halfSpan =
  (half: number): Yearly =>
  (year) => ({ from: dayAt(year, half * 6 - 5, 1), to: dayAt(year, half * 6 + 1, 0) });

/** The seasons of the northern hemisphere, from the 21st to the 20th: 1 spring, 2 summer, 3 autumn, 4 winter. */
export const seasonSpan =
  (season: number): Yearly =>
  (year) => ({ from: dayAt(year, season * 3, 21), to: dayAt(year, season * 3 + 3, 20) });

export const yearSpan = (year: number): Span => ({ from: dayAt(year, 1, 1), to: dayAt(year, 12, 31) });

export const feastSpan =
  (feast: Feast): Yearly =>
  (year) =>
    feasts[feast](year);

/** Part of a time. Early is its beginning; mid a month is the 15th, late the 21st; its end is its last day. */
export function partOf({ from, to }: Span, kind: DateKind, part: Part): Span {
  // A week ends, for whoever works, on Friday.
  if (part === 'end') return kind === 'week' ? { from: from + 4, to: from + 4 } : { from: to, to };
  const long = to - from;
  if (kind === 'month') return monthPart(from, to, part);
  if (kind === 'week') {
    const start = { early: 0, mid: 2, late: 3 }[part];
    return { from: from + start, to: from + { early: 1, mid: 3, late: 4 }[part] };
  }
  if (kind === 'quarter' || kind === 'season') {
    const start = { early: 0, mid: 1, late: 2 }[part];
    const middle = kind === 'quarter' || part !== 'mid' ? 0 : 1;
    const first = monthsAfter(from, start) + (part === 'mid' ? 14 : 0) + middle;
    return { from: first, to: part === 'late' ? to : first + 14 };
  }
  const months = kind === 'half' ? { early: 0, mid: 3, late: 4 } : { early: 0, mid: 6, late: 9 };
  if (kind !== 'half' && kind !== 'year') return inDays(from, long, part);
  const first = monthsAfter(from, months[part]);
  return { from: first, to: part === 'late' ? to : monthsAfter(first, part === 'early' ? 2 : 1) - 1 };
}

function monthPart(from: Day, to: Day, part: 'early' | 'mid' | 'late'): Span {
  if (part === 'early') return { from, to: from + 9 };
  if (part === 'mid') return { from: from + 14, to: from + 19 };
  return { from: from + 20, to };
}

function inDays(from: Day, long: number, part: 'early' | 'mid' | 'late'): Span {
  const start = from + Math.floor((long * { early: 0, mid: 1, late: 2 }[part]) / 3);
  return { from: start, to: from + long };
}

/** The times that a period can mean, from the one before now on. */
export function* occurrences({ ofYear, fixed }: Period, today: Day): Generator<Span> {
  if (fixed) return yield fixed;
  const { year } = partsOf(today);
  for (let on = -1; ofYear && on <= 9; on += 1) {
    const span = ofYear(year + on);
    if (span) yield span;
  }
}
