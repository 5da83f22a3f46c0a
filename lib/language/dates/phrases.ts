import { mondayOf, weekdayOf, type Day } from './calendar';
import { countedAt, dateAlone, feastAt, nextAt, numberedAt, pointAt, weekdayAt, yearAt } from './named';
import { monthAt, numericAt } from './numeric';
import { occurrences, partOf, type DateKind, type Part, type Period } from './periods';
import { inYear, once, signAt, skipFillers, type Reader } from './reader';
import { awhileAt, durationAt, unitFrom } from './spans';

export type Relation = 'none' | 'for' | 'in' | 'within' | 'from' | 'after' | 'until' | 'before' | 'by';

/** Words that name a time, and the day they come to. */
export interface Phrase {
  /** The first sign, and the one after the last. */
  readonly at: number;
  readonly next: number;
  readonly relation: Relation;
  readonly kind: DateKind;
  readonly day: Day;
  readonly exact: boolean;
  readonly otherwise: Day | null;
  /** Nothing but a word that could mean something else, or a number: believed only where a date is typed. */
  readonly weak: boolean;
}

/** Words that name a time which is over. */
export interface Over {
  readonly past: true;
  readonly at: number;
  readonly next: number;
}

/** The time named from this sign on: that of a not-now; one that is over; or none. */
export function phraseAt(reader: Reader, at: number): Phrase | Over | null {
  const opening = openingAt(reader, at);
  const { relation, part, over, on } = opening;
  const period = bodyAt(reader, on, part);
  if (!period) return null;
  const behind = reader.signs[period.next];
  const isPast =
    over ||
    behind?.kind === 'ago' ||
    behind?.kind === 'last' ||
    (relation === 'before' && period.kind === 'in_a_while') ||
    (behind?.value === 'passed' && !periodAt(reader, skipFillers(reader, period.next + 1)));
  if (isPast) return { past: true, at, next: Math.min(period.next + 1, reader.signs.length) };
  const later = behind?.kind === 'later';
  const day = resolved(reader.today, period, relation, part);
  if (day === null) return { past: true, at, next: period.next };
  const first = reader.signs[on];
  const named = relation !== 'none' || part !== null || later;
  return {
    ...{ at, next: period.next + (later ? 1 : 0), kind: period.kind, day },
    relation: later && relation === 'none' ? 'within' : relation,
    exact: period.exact && part === null && relation !== 'until' && relation !== 'before',
    otherwise: period.otherwise !== null && period.otherwise > reader.today ? period.otherwise : null,
    weak: !named && (period.next === on + 1 ? (first?.weak ?? false) || period.kind === 'year' : false),
  };
}

const relations = ['for', 'in', 'within', 'by', 'until', 'before', 'from', 'after'] as const;

const strength: Record<Relation, number> = {
  none: 0,
  for: 1,
  in: 1,
  within: 2,
  by: 2,
  until: 3,
  before: 3,
  from: 4,
  after: 5,
};

/** What stands before the time itself: "not before", "after the end of". Of several the one that says most counts. */
function openingAt(reader: Reader, at: number) {
  let relation: Relation = 'none';
  let part: Part | null = null;
  let over = false;
  let on = at;
  for (const most = at + 7; on < most; on += 1) {
    const sign = reader.signs[on];
    if (!sign) break;
    if (sign.kind === 'rel') {
      const next = relationOf(sign.value);
      if (strength[next] >= strength[relation]) relation = next;
    } else if (sign.kind === 'part' && isPart(sign.value)) part = sign.value;
    else if (sign.kind === 'since' || sign.kind === 'ago') over = true;
    else if (sign.kind === 'last' && !countedAt(reader, on, (inner) => periodAt(reader, inner))) over = true;
    // "Depois do dia 15": the word for a day says nothing beside its number.
    else if (sign.value === 'day' && on > at && signAt(reader, on + 1, 'digits')) continue;
    else if (sign.kind !== 'of' || on === at) break;
  }
  return { relation, part, over, on };
}

function relationOf(value: string): Relation {
  if (value === 'passed') return 'after';
  return relations.find((one) => one === value) ?? 'in';
}

function isPart(value: string): value is Part {
  return value === 'early' || value === 'mid' || value === 'late' || value === 'end';
}

/** A time, also one that is counted from another: "two weeks after Easter", "the Monday after Reyes". */
function bodyAt(reader: Reader, at: number, part: Part | null): Period | null {
  const from = countedFrom(reader, at);
  if (from) return from;
  const period = periodAt(reader, at);
  if (period) return together(reader, period);
  const unit = part ? signAt(reader, at, 'unit') : null;
  const [now, then] = [0, 1].map((by) => unit && unitFrom(reader, unit.value, by, at + 1));
  return (now && resolved(reader.today, now, 'in', part) !== null ? now : then) ?? null;
}

function countedFrom(reader: Reader, at: number): Period | null {
  const weekday = Number(signAt(reader, at, 'weekday')?.value ?? 0);
  const week = signAt(reader, at, 'unit', 'week');
  const long = weekday || week ? null : durationAt(reader, at);
  const next = long?.next ?? at + 1;
  if (!weekday && !week && !long) return null;
  const relation = signAt(reader, next, 'rel')?.value;
  const on = skipFillers(reader, next + (relation === 'after' || relation === 'before' ? 1 : 0));
  const anchor = periodAt(reader, on);
  if (!anchor || on === next) return null;
  const to = resolved(reader.today, anchor, relation === 'before' ? 'in' : 'after', null);
  if (to === null) return null;
  if (relation === 'before') return long ? backFrom(reader, to, long.add, anchor.next) : null;
  if (relation !== 'after') return week && anchor.kind === 'day' ? weekOfDay(anchor, reader.today) : null;
  const last = to - 1;
  if (weekday) return day('weekday', last + ((weekday - weekdayOf(last) + 6) % 7) + 1, anchor.next);
  if (week) return day('week', mondayOf(last) + 7, anchor.next);
  return long && day('in_a_while', long.add(last), anchor.next);
}

function backFrom(reader: Reader, day_: Day, add: (from: Day) => Day, next: number): Period | null {
  const back = day_ - (add(day_) - day_);
  return back > reader.today ? day('in_a_while', back, next) : null;
}

function weekOfDay(anchor: Period, today: Day): Period | null {
  const at = resolved(today, anchor, 'in', null);
  return at === null
    ? null
    : once('week', { from: Math.max(mondayOf(at), today + 1), to: mondayOf(at) + 6 }, anchor.next);
}

const day = (kind: DateKind, at: Day, next: number) => once(kind, { from: at, to: at }, next);

// "next week on Thursday", "Thursday next week", "next year in March", "Monday, 5 May".
function together(reader: Reader, period: Period): Period {
  if (period.ofYear && signAt(reader, period.next, 'next')) return { ...period, next: period.next + 1 };
  const comma = signAt(reader, period.next, 'sign', ',') ? 1 : 0;
  const on = skipFillers(reader, period.next + comma);
  if (period.kind !== 'weekday' && period.kind !== 'week' && period.kind !== 'year') return period;
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

function yearOf(from: Day, next: number) {
  return { value: new Date(from * 24 * 60 * 60_000).getUTCFullYear(), next };
}

/** One time, as it stands there. */
function periodAt(reader: Reader, at: number): Period | null {
  if (!reader.signs[at]) return null;
  const inner = (on: number) => plainAt(reader, on);
  return countedAt(reader, at, inner) ?? nextAt(reader, at, inner) ?? plainAt(reader, at);
}

function plainAt(reader: Reader, at: number): Period | null {
  return (
    numericAt(reader, at) ??
    awhileAt(reader, at) ??
    monthAt(reader, at) ??
    numberedAt(reader, at) ??
    feastAt(reader, at) ??
    weekdayAt(reader, at) ??
    pointAt(reader, at) ??
    yearAt(reader, at) ??
    nextUnit(reader, at) ??
    dateAlone(reader, at)
  );
}

// "of next month", within something that is counted.
function nextUnit(reader: Reader, at: number): Period | null {
  const [one, two] = [signAt(reader, at, 'next'), signAt(reader, at + 1, 'unit')];
  if (one && two) return unitFrom(reader, two.value, Number(one.value), at + 2);
  const [unit, ahead] = [signAt(reader, at, 'unit'), signAt(reader, at + 1, 'next')];
  return unit && ahead ? unitFrom(reader, unit.value, Number(ahead.value), at + 2) : null;
}

/** The day that a time comes to, later than today; null where it is over. */
function resolved(today: Day, period: Period, relation: Relation, part: Part | null): Day | null {
  const behind =
    relation === 'after' || (relation === 'until' && (period.kind === 'feast' || part === 'end'));
  const throughout = behind && period.kind !== 'in_a_while';
  for (const whole of occurrences(period, today)) {
    const { from, to } = part ? partOf(whole, period.kind, part) : whole;
    if (throughout) {
      if (to >= today) return to + 1;
    } else if (from > today) return from;
    // Of a part that has begun, or of a time whose year was said, what is left of it.
    else if ((part ?? period.fixed) && to > today) return to;
  }
  return null;
}
