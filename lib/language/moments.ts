import type { Language } from './language';
import { translate } from './translate';

/** Where and when a moment is read: `zone` is an IANA name ("Europe/Madrid"), `now` comes from the clock. */
export interface Reading {
  language: Language;
  zone: string;
  now: Date;
}

const minute = 60_000;
const hour = 60 * minute;
const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };

// Making a formatter costs more than all its formatting, and a list wants several a row.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, kept);
  return kept;
}

function formatted(at: Date, { language, zone }: Reading, options: Intl.DateTimeFormatOptions): string {
  return formatter(locales[language], { timeZone: zone, ...options }).format(at);
}

/** The calendar day in the zone, as `YYYY-MM-DD`: what `<input type="date">` and `datetime` want. */
export function isoDay(at: Date, zone: string): string {
  return formatter('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** Whole calendar days from `at` to now in the zone; 0 is today, negative lies ahead. */
export function daysSince(at: Date, { zone, now }: Pick<Reading, 'zone' | 'now'>): number {
  return Math.round((Date.parse(isoDay(now, zone)) - Date.parse(isoDay(at, zone))) / (24 * hour));
}

function isThisYear(at: Date, { zone, now }: Reading): boolean {
  return isoDay(at, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4);
}

/** "3 May", with the year where it is not this one: "3 May 2025". */
export function dayOf(at: Date, reading: Reading): string {
  return formatted(at, reading, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear(at, reading) ? {} : { year: 'numeric' }),
  });
}

/** "3 May", "23 Sept 2026": where there is little room. */
export function shortDayOf(at: Date, reading: Reading): string {
  return formatted(at, reading, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear(at, reading) ? {} : { year: 'numeric' }),
  });
}

/** "Monday, 21 September 2027". */
export function fullDayOf(at: Date, reading: Reading): string {
  return formatted(at, reading, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "14:05". */
export function hourOf(at: Date, reading: Reading): string {
  return formatted(at, reading, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "Monday, 3 May 2027, 14:05 CEST": nothing left to guess. */
export function momentOf(at: Date, reading: Reading): string {
  const zoneName = formatter(locales[reading.language], { timeZone: reading.zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${fullDayOf(at, reading)}, ${hourOf(at, reading)} ${zoneName ?? reading.zone}`;
}

/**
 * How long ago, as short as a list wants it, and in one scale, so that whoever reads down a column sees who waits longer:
 * "now", "5 min", "2 h", "1 d", "9 d", "3 w", "4 mo", "2 y". Days are those of the calendar. Where only the day is known
 * nothing shorter is said. What lies ahead is a day.
 */
export function agoOf(at: Date, reading: Reading, { dayOnly = false } = {}): string {
  const t = translate(reading.language, 'time');
  const passed = reading.now.getTime() - at.getTime();
  const days = daysSince(at, reading);
  if (dayOnly && days === 0) return t('this_day');
  if (passed < 0) return shortDayOf(at, reading);
  if (!dayOnly && passed < minute) return t('now');
  if (!dayOnly && passed < hour) return t('minutes', { count: Math.floor(passed / minute) });
  if (!dayOnly && passed < 24 * hour) return t('hours', { count: Math.floor(passed / hour) });
  if (days < 14) return t('days', { count: Math.max(1, days) });
  if (days < 57) return t('weeks', { count: Math.floor(days / 7) });
  if (days < 730) return t('months', { count: Math.round(days / 30.44) });
  return t('years', { count: Math.floor(days / 365) });
}

/** The line above a day in a timeline: "Today", "Yesterday", else the day. */
export function dayHeadingOf(at: Date, reading: Reading): string {
  const t = translate(reading.language, 'time');
  const days = daysSince(at, reading);
  if (days === 0) return t('today');
  if (days === 1) return t('yesterday');
  return dayOf(at, reading);
}
