/** A day as the number of days since 1 January 1970, so that days can be counted and compared. */
export type Day = number;

/** From one day to another, both within it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const dayLong = 24 * 60 * 60_000;

/** The day of `YYYY-MM-DD`. */
export function dayOfIso(iso: string): Day {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / dayLong);
}

/** `YYYY-MM-DD`; the day must lie in the years 0 to 9999. */
export function isoOfDay(day: Day): string {
  return new Date(day * dayLong).toISOString().slice(0, 10);
}

/** Months (from 1) and dates beyond their end run over, as with `Date.UTC`. */
export function dayAt(year: number, month: number, date: number): Day {
  return Math.round(Date.UTC(year, month - 1, date) / dayLong);
}

/** That date, or null where the calendar has none: 31 April, 29 February in most years. */
export function realDay(year: number, month: number, date: number): Day | null {
  const day = dayAt(year, month, date);
  const { month: same } = partsOf(day);
  return date >= 1 && same === month ? day : null;
}

/** Year, month (from 1) and date. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * dayLong);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** The same date so many months on, or the last of a month that is shorter. */
export function monthsAfter(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  return Math.min(dayAt(year, month + months, date), dayAt(year, month + months + 1, 0));
}

/** So many working days on, Monday to Friday. */
export function workingDaysAfter(day: Day, count: number): Day {
  const begun = day - Math.max(0, weekdayOf(day) - 5);
  let at = begun + Math.floor(count / 5) * 7;
  for (let left = count % 5; left > 0; at += 1) if (weekdayOf(at + 1) < 6) left -= 1;
  return at;
}

/** The Monday of a calendar week; week 1 holds 4 January (ISO 8601). */
export function weekOf(year: number, week: number): Day {
  return mondayOf(dayAt(year, 1, 4)) + (week - 1) * 7;
}

/** The n-th such weekday of a month; -1 is the last. Null where a month has no fifth. */
export function weekdayIn(year: number, month: number, weekday: number, nth: number): Day | null {
  const first = dayAt(year, month, 1);
  const last = dayAt(year, month + 1, 0);
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7);
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return day <= last ? day : null;
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayAt(year, Math.floor(f / 31), (f % 31) + 1);
}
