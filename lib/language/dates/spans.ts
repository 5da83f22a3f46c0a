import { mondayOf, monthsAfter, partsOf, workingDaysAfter, type Day } from './calendar';
import { halfSpan, monthSpan, quarterSpan, yearSpan, type DateKind, type Period } from './periods';
import { digitsAt, once, signAt, type Reader } from './reader';

const farthest = 30 * 366;

/** A number in words or digits; of "2-3" and "two or three" the greater. Null where there is none. */
function countAt(reader: Reader, at: number): { value: number; exact: boolean; next: number } | null {
  // "Unos 10 días."
  if (signAt(reader, at, 'some') && digitsAt(reader, at + 1, 1, 999) !== null) return countAt(reader, at + 1);
  const one = numberAt(reader, at);
  if (!one) return null;
  const or =
    signAt(reader, at + 1, 'or') ??
    signAt(reader, at + 1, 'sign', '-') ??
    signAt(reader, at + 1, 'rel', 'in');
  const two = or ? numberAt(reader, at + 2) : null;
  return two
    ? { value: Math.max(one.value, two.value), exact: false, next: at + 3 }
    : { ...one, next: at + 1 };
}

function numberAt(reader: Reader, at: number): { value: number; exact: boolean } | null {
  const digits = digitsAt(reader, at, 1, 999);
  if (digits !== null) return { value: digits, exact: true };
  const word = signAt(reader, at, 'number') ?? signAt(reader, at, 'some');
  return word ? { value: Number(word.value), exact: word.kind === 'number' } : null;
}

/** How long something lasts. */
export interface Lasting {
  /** The day so long after one, and so long before it. */
  readonly add: (from: Day) => Day;
  readonly take: (from: Day) => Day;
  readonly exact: boolean;
  readonly next: number;
}

/** So many days, weeks, months from now: "two weeks", "18 months", "half a year", "un mes y medio", "quinze jours". */
export function durationAt(reader: Reader, at: number): Lasting | null {
  const ahead = signAt(reader, at, 'next') ? at + 1 : at;
  const fortnight = signAt(reader, at, 'unit', 'fortnight');
  const count = fortnight ? { value: 1, exact: true, next: at } : countAt(reader, ahead);
  if (!count) return null;
  const between = count.next + (signAt(reader, count.next, 'next') ? 1 : 0);
  const unit = signAt(reader, between, 'unit');
  if (!unit) return null;
  const half = signAt(reader, between + 1, 'plus_half');
  const value = count.value + (half ? 0.5 : 0);
  const exact = count.exact && Number.isInteger(value);
  const add = (from: Day) => added(from, value, unit.value);
  const months = inMonths(value, unit.value);
  const take = (from: Day) =>
    months > 0 && Number.isInteger(months) ? monthsAfter(from, -months) : from - (add(from) - from);
  return { add, take, exact, next: between + (half ? 2 : 1) };
}

function added(from: Day, count: number, unit: string): Day {
  if (unit === 'working_day') return workingDaysAfter(from, Math.ceil(count));
  const days = { day: 1, week: 7, fortnight: 14 }[unit];
  if (days) return from + Math.ceil(count * days);
  const months = inMonths(count, unit);
  const whole = monthsAfter(from, Math.floor(months));
  return whole + Math.round((months - Math.floor(months)) * 30);
}

function inMonths(count: number, unit: string): number {
  return count * ({ month: 1, quarter: 3, half: 6, year: 12 }[unit] ?? 0);
}

/** The same as a time. */
export function awhileAt(reader: Reader, at: number): Period | null {
  const found = durationAt(reader, at);
  const day = found && found.add(reader.today);
  if (!found || day === null || day - reader.today > farthest) return null;
  return once('in_a_while', { from: day, to: day }, found.next, found.exact);
}

/** The week, month, quarter, half or year so many from this one; 0 is this one. */
export function unitFrom(reader: Reader, unit: string, on: number, next: number): Period | null {
  const { year, month } = partsOf(reader.today);
  const monday = mondayOf(reader.today) + on * 7;
  const at = (kind: DateKind, span: Period['fixed']) => span && once(kind, span, next);
  if (unit === 'day' && on > 0)
    return once('day', { from: reader.today + on, to: reader.today + on }, next, true);
  if (unit === 'week') return at('week', { from: monday, to: monday + 6 });
  if (unit === 'month') return at('month', monthSpan(month + on)(year));
  if (unit === 'quarter') return at('quarter', quarterSpan(Math.ceil(month / 3) + on)(year));
  if (unit === 'half') return at('half', halfSpan(Math.ceil(month / 6) + on)(year));
  return unit === 'year' ? at('year', yearSpan(year + on)) : null;
}
