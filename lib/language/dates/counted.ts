import { mondayOf, weekdayOf, type Day } from './calendar';
import type { DateKind, Period } from './periods';
import { inYear, once, signAt, skipFillers, type Reader } from './reader';
import { resolved } from './resolve';
import { durationAt } from './spans';
import { periodAt } from './times';

/** A time that is counted from another: "two weeks after Easter", "the Monday after Reyes". */
export function countedFrom(reader: Reader, at: number): Period | null {
  const weekday = Number(signAt(reader, at, 'weekday')?.value ?? 0);
  const week = signAt(reader, at, 'unit', 'week');
  const long = weekday || week ? null : durationAt(reader, at);
  const next = long?.next ?? at + 1;
  if (!weekday && !week && !long) return null;
  const relation = signAt(reader, next, 'rel')?.value.replace('_the', '');
  const on = skipFillers(reader, next + (relation === 'after' || relation === 'before' ? 1 : 0));
  const anchor = periodAt(reader, on);
  if (!anchor || on === next) return null;
  const to = resolved(reader.today, anchor, relation === 'before' ? 'in' : 'after', null)?.day;
  if (to === undefined) return null;
  if (relation === 'before') return long ? backFrom(reader, long.take(to), anchor.next) : null;
  if (relation !== 'after') return week && anchor.kind === 'day' ? weekOfDay(anchor, reader.today) : null;
  const last = to - 1;
  if (weekday) return day('weekday', last + ((weekday - weekdayOf(last) + 6) % 7) + 1, anchor.next);
  if (week) return day('week', mondayOf(last) + 7, anchor.next);
  return long && day('in_a_while', long.add(last), anchor.next);
}

function backFrom(reader: Reader, back: Day, next: number): Period | null {
  return back > reader.today ? day('in_a_while', back, next) : null;
}

function weekOfDay(anchor: Period, today: Day): Period | null {
  const at = resolved(today, anchor, 'in', null)?.day;
  return at === undefined
    ? null
    : once('week', { from: Math.max(mondayOf(at), today + 1), to: mondayOf(at) + 6 }, anchor.next);
}

const day = (kind: DateKind, at: Day, next: number) => once(kind, { from: at, to: at }, next);

/** Two that are one: "next week on Thursday", "Thursday next week", "next year in March", "Monday, 5 May". */
export function together(reader: Reader, period: Period): Period {
  if (period.ofYear && signAt(reader, period.next, 'next')) return { ...period, next: period.next + 1 };
  const comma = signAt(reader, period.next, 'sign', ',') ? 1 : 0;
  const on = skipFillers(reader, period.next + comma);
  if (period.kind !== 'weekday' && period.kind !== 'week' && period.kind !== 'year') return period;
  const inAWhile = weekdayInAWhile(reader, period);
  if (inAWhile) return inAWhile;
  const other = periodAt(reader, on);
  if (!other) return period;
  if (period.kind === 'weekday' && other.kind === 'day') return other;
  if (period.kind === 'weekday' && other.kind === 'week' && other.fixed)
    return {
      ...day('weekday', other.fixed.from + weekdayOf(period.fixed?.from ?? 0) - 1, other.next),
      exact: true,
    };
  if (period.kind === 'week' && other.kind === 'weekday' && period.fixed && other.fixed)
    return {
      ...day('weekday', period.fixed.from + weekdayOf(other.fixed.from) - 1, other.next),
      exact: true,
    };
  if (period.kind === 'year' && period.fixed && other.ofYear && on <= period.next + 2)
    return inYear(other, yearOf(period.fixed.from, other.next));
  return period;
}

// "Monday in two weeks": the Monday that is nearest to this day in two weeks.
function weekdayInAWhile(reader: Reader, { kind, fixed, next }: Period): Period | null {
  const ahead = signAt(reader, next, 'rel', 'in') ?? signAt(reader, next, 'rel', 'within');
  const long = ahead && kind === 'weekday' && fixed ? durationAt(reader, next + 1) : null;
  if (!long || !fixed) return null;
  const then = long.add(reader.today);
  const later = (weekdayOf(fixed.from) - weekdayOf(then) + 7) % 7;
  return day('weekday', later > 3 ? then + later - 7 : then + later, long.next);
}

function yearOf(from: Day, next: number) {
  return { value: new Date(from * 24 * 60 * 60_000).getUTCFullYear(), next };
}
