import { partsOf, realDay, type Day } from './calendar';
import { monthSpan, type Period } from './periods';
import { digitsAt, inYear, once, signAt, skipFillers, touching, yearly, type Reader } from './reader';

const least = 2000;
const most = 2199;

/** A year behind a date: "2027", "of 2027", "next year", "del año que viene"; with `short` also "27". */
export function yearAfter(reader: Reader, at: number, short = false): { value: number; next: number } | null {
  const { year } = partsOf(reader.today);
  const on = skipFillers(reader, at + (signAt(reader, at, 'sign', ',') ? 1 : 0));
  const full = digitsAt(reader, on, least, most);
  if (full) return { value: full, next: on + 1 };
  if (isNext(reader, on) && signAt(reader, on + 1, 'unit', 'year')) return { value: year + 1, next: on + 2 };
  if (signAt(reader, on, 'unit', 'year') && isNext(reader, on + 1)) return { value: year + 1, next: on + 2 };
  if (signAt(reader, on, 'this') && signAt(reader, on + 1, 'unit', 'year'))
    return { value: year, next: on + 2 };
  const after = signAt(reader, at, 'sign', '/') ? at + 1 : at;
  const two = short ? digitsAt(reader, after, 20, 99) : null;
  return two ? { value: 2000 + two, next: after + 1 } : null;
}

function isNext(reader: Reader, at: number): boolean {
  return Number(signAt(reader, at, 'next')?.value) === 1;
}

/** 2027-03-05, 5.3.2027, 05/03/27, 3/5. Days stand before months; in English 3/5 could be the other way round. */
export function numericAt(reader: Reader, at: number): Period | null {
  if (!touching(reader, at) || !signAt(reader, at, 'digits')) return null;
  const iso = isoAt(reader, at);
  if (iso) return iso;
  const first = digitsAt(reader, at, 1, 31);
  const sign = reader.signs[at + 1]?.value;
  const second = touching(reader, at + 1) ? digitsAt(reader, at + 2, 1, 31) : null;
  if (first === null || second === null || sign === undefined || !/^[/.-]$/.test(sign)) return null;
  const year = shortYear(reader, at + 3, sign);
  const turns = reader.language === 'en' && sign !== '.';
  if (year) return dated(first, second, { ...year, today: reader.today }, turns);
  if (first === 24 && second === 7) return null;
  const dot = sign === '.' && signAt(reader, at + 3, 'sign', '.') !== null;
  // "3.5" is rather a number and "2-3" a range, unless there is more to it.
  if (sign === '-' || (sign === '.' && !dot && reader.language !== 'de' && reader.signs.length > 4))
    return null;
  return dated(first, second, { value: null, next: at + 3 + (dot ? 1 : 0), today: reader.today }, turns);
}

/** Whether a date in digits stands there that no calendar has: 31/02/2027. */
export function isNoDate(text: string): boolean {
  const found = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!found) return false;
  const [one, two, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const of = year < 100 ? least + year : year;
  return realDay(of, two, one) === null && realDay(of, one, two) === null;
}

function isoAt(reader: Reader, at: number): Period | null {
  const year = digitsAt(reader, at, least, most);
  const sign = reader.signs[at + 1]?.value;
  const [month, date] = [digitsAt(reader, at + 2, 1, 12), digitsAt(reader, at + 4, 1, 31)];
  if (!year || !month || !date || (sign !== '-' && sign !== '/') || reader.signs[at + 3]?.value !== sign)
    return null;
  const day = realDay(year, month, date);
  return day === null ? null : once('day', { from: day, to: day }, at + 5, true);
}

function shortYear(reader: Reader, at: number, sign: string): { value: number; next: number } | null {
  if (reader.signs[at]?.value !== sign || !touching(reader, at) || !touching(reader, at - 1)) return null;
  const value = digitsAt(reader, at + 1, least, most) ?? digitsAt(reader, at + 1, 20, 99);
  return value === null ? null : { value: value < 100 ? 2000 + value : value, next: at + 2 };
}

function dated(
  first: number,
  second: number,
  { value, next, today }: { value: number | null; next: number; today: Day },
  turns: boolean,
): Period | null {
  if (second > 12 && !turns) return null;
  const swapped = second > 12;
  const [date, month] = swapped ? [second, first] : [first, second];
  const other = turns && !swapped && first <= 12 && first !== second;
  if (month > 12 || realDay(2024, month, date) === null) return null;
  const read = dateOf(date, month, value, next);
  const asAmerican = other ? dateOf(second, first, value, next) : null;
  return { ...read, exact: !other, otherwise: asAmerican && soonest(asAmerican, today) };
}

function dateOf(date: number, month: number, year: number | null, next: number): Period {
  const ofYear = (of: number) => {
    const day = realDay(of, month, date);
    return day === null ? null : { from: day, to: day };
  };
  return inYear(yearly('day', ofYear, next, true), year === null ? null : { value: year, next });
}

function soonest({ ofYear, fixed }: Period, today: Day): Day | null {
  const { year } = partsOf(today);
  const spans = fixed ? [fixed] : [year, year + 1].map((one) => ofYear?.(one) ?? null);
  return spans.find((span) => span !== null && span.from > today)?.from ?? null;
}

/** "5 March", "March 5th, 2027", "5 de marzo", "primero de mayo", "March", "marzo de 2027". */
export function monthAt(reader: Reader, at: number): Period | null {
  const month = Number(signAt(reader, at, 'month')?.value ?? 0);
  if (month > 0) {
    const on = skipFillers(reader, at + 1, 1);
    const date = digitsAt(reader, on, 1, 31);
    const counts =
      signAt(reader, on + 1, 'unit') ??
      signAt(reader, on + 1, 'sign', '%') ??
      signAt(reader, on + 1, 'sign', ':');
    // "Juni 27" is a year where days stand before their months.
    const year = isShortYear(reader, date) ? yearAfter(reader, on, true) : null;
    if (year && !counts) return inYear(yearly('month', monthSpan(month), at + 1), year);
    if (date !== null && on === at + 1 && !counts)
      return withYear(reader, date, month, afterMark(reader, on + 1));
    return inYear(yearly('month', monthSpan(month), at + 1), yearAfter(reader, at + 1));
  }
  const date =
    digitsAt(reader, at, 1, 31) ??
    Number((signAt(reader, at, 'number') ?? signAt(reader, at, 'ordinal'))?.value ?? 0);
  if (!Number.isInteger(date) || date < 1) return null;
  const on = skipFillers(reader, afterMark(reader, at + 1));
  // "Uno de mayo", but no "one May".
  if (signAt(reader, at, 'number') && on === at + 1) return null;
  const named = Number(signAt(reader, on, 'month')?.value ?? 0);
  return named > 0 ? withYear(reader, date, named, on + 1) : dateInMonth(reader, date, on);
}

// Of these ten years.
function isShortYear({ today, language }: Reader, value: number | null): boolean {
  const short = partsOf(today).year % 100;
  return language !== 'en' && value !== null && value >= short && value < short + 10;
}

// "el 15 del mes que viene", "the 10th of next month".
function dateInMonth(reader: Reader, date: number, at: number): Period | null {
  const [one, two] = [reader.signs[at]?.kind, reader.signs[at + 1]?.kind];
  const ahead = (one === 'next' && two === 'unit') || (one === 'unit' && two === 'next');
  const unit = one === 'unit' ? at : at + 1;
  if (!ahead || !signAt(reader, unit, 'unit', 'month')) return null;
  const { year, month } = partsOf(reader.today);
  const day = realDay(month === 12 ? year + 1 : year, (month % 12) + 1, date);
  return day === null ? null : once('day', { from: day, to: day }, at + 2, true);
}

function withYear(reader: Reader, date: number, month: number, at: number): Period {
  const year = yearAfter(reader, at);
  return dateOf(date, month, year?.value ?? null, year?.next ?? at);
}

/** Behind the "th" of "5th", the "º" of "1º", the point of "5.", both of "4.º". */
export function afterMark(reader: Reader, at: number): number {
  const point = signAt(reader, at, 'sign', '.') && touching(reader, at - 1) ? at + 1 : at;
  return signAt(reader, point, 'ordinal_mark') && touching(reader, point - 1) ? point + 1 : point;
}
