import { isoDay } from '@/lib/language/moments';

/** A day further on, to choose with one press. */
export interface QuickDay {
  readonly key: 'one_month' | 'three_months' | 'six_months' | 'next_year';
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** Days that people name: in a month, in three, in six, next year; the nearest first. Never a weekend: nobody means a Sunday. */
export function quickDays(now: Date, zone: string): QuickDay[] {
  const today = isoDay(now, zone);
  const days: QuickDay[] = [
    { key: 'one_month', day: workday(monthsAfter(today, 1)) },
    { key: 'three_months', day: workday(monthsAfter(today, 3)) },
    { key: 'six_months', day: workday(monthsAfter(today, 6)) },
    { key: 'next_year', day: workday(`${Number(today.slice(0, 4)) + 1}-01-07`) },
  ];
  return days.sort((a, b) => a.day.localeCompare(b.day));
}

/** So many days after today in the zone, `YYYY-MM-DD`. */
export function dayIn(days: number, now: Date, zone: string): string {
  return shifted(isoDay(now, zone), days);
}

// The same day of that month, or its last day where the month is shorter.
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function workday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return shifted(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * 24 * 60 * 60_000).toISOString().slice(0, 10);
}
