import { dayAt, mondayOf, partsOf, weekdayOf } from './calendar';
import { halfSpan, quarterSpan, type Period } from './periods';
import { once, signAt, yearly, type Named, type Reader } from './reader';
import { durationAt, type Lasting } from './spans';

/**
 * A time that is counted from the one named before it in the text: "the day after that", "el lunes siguiente", "a
 * week later", "two months before that". Null where none is named before.
 */
export function anchoredAt(reader: Reader, at: number): Period | null {
  const { before } = reader;
  if (!before) return null;
  const numbered = sameAgain(reader, before, at);
  if (numbered) return numbered;
  const nextDay = signAt(reader, at, 'next', '1') && signAt(reader, at + 1, 'unit', 'day');
  const ahead = nextDay || signAt(reader, at, 'next', '+1') ? at + 1 : at;
  const next = ahead > at ? ahead + 1 : behindIt(reader, at + 1);
  const weekday = Number(signAt(reader, ahead, 'weekday')?.value ?? 0);
  const unit = signAt(reader, ahead, 'unit')?.value;
  if (weekday > 0) return next === null ? null : weekdayFrom(before, weekday, next);
  if (unit) return next === null ? null : unitAfter(before, unit, next);
  const long = durationAt(reader, at);
  return long && durationFrom(reader, before, long);
}

// "The third quarter is full. In the fourth, gladly."
function sameAgain(reader: Reader, { kind }: Named, at: number): Period | null {
  const nth = Number(signAt(reader, at, 'ordinal')?.value ?? 0);
  if (nth === 0 || !isEnd(reader, at + 1)) return null;
  if (kind === 'quarter') return yearly('quarter', quarterSpan(nth), at + 1);
  return kind === 'half' && nth <= 2 ? yearly('half', halfSpan(nth), at + 1) : null;
}

/** Whether these signs say "after that" of what stands before them. */
export function saysAfter(reader: Reader, at: number): number | null {
  if (signAt(reader, at, 'that', 'after')) return at + 1;
  return signAt(reader, at, 'rel', 'after') && isEnd(reader, at + 1) ? at + 1 : null;
}

function behindIt(reader: Reader, at: number): number | null {
  return signAt(reader, at, 'next', '+1') ? at + 1 : saysAfter(reader, at);
}

function saysBefore(reader: Reader, at: number): number | null {
  if (signAt(reader, at, 'that', 'before')) return at + 1;
  return signAt(reader, at, 'rel', 'before') && isEnd(reader, at + 1) ? at + 1 : null;
}

// Nothing more stands there that an "after" could belong to.
function isEnd({ signs }: Reader, at: number): boolean {
  const sign = signs[at];
  return !sign || /^(ask|and|but|not|that)$/.test(sign.kind) || (sign.kind === 'sign' && sign.value !== '-');
}

function weekdayFrom({ last }: Named, weekday: number, next: number): Period {
  const day = last + ((weekday - weekdayOf(last) + 6) % 7) + 1;
  return once('weekday', { from: day, to: day }, next);
}

function unitAfter({ last }: Named, unit: string, next: number): Period | null {
  const { year, month } = partsOf(last);
  const monday = mondayOf(last) + 7;
  if (unit === 'day') return once('day', { from: last + 1, to: last + 1 }, next);
  if (unit === 'week') return once('week', { from: monday, to: monday + 6 }, next);
  return unit === 'month'
    ? once('month', { from: dayAt(year, month + 1, 1), to: dayAt(year, month + 2, 0) }, next)
    : null;
}

function durationFrom(reader: Reader, { last, point }: Named, { add, take, next }: Lasting): Period | null {
  const after = signAt(reader, next, 'later', 'that') ? next + 1 : saysAfter(reader, next);
  const earlier = after === null ? saysBefore(reader, next) : null;
  const day = after !== null ? add(last) : earlier !== null ? take(point) : null;
  const end = after ?? earlier;
  return day !== null && end !== null ? once('in_a_while', { from: day, to: day }, end) : null;
}
