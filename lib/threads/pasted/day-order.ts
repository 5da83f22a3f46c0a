import type { DayOrder } from './pasted';
import type { ToldDay } from './told';

export interface ReadDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly guessed: boolean;
  /** The day in the other order of numbers, where that is another one. */
  readonly other: string | null;
}

/**
 * The calendar day that was meant, seen from today (`YYYY-MM-DD`): without a year the last such day, a weekday within
 * the last week. Null for a day that does not exist.
 */
export function calendarDay(told: ToldDay, order: DayOrder, today: string): ReadDay | null {
  if (told.is === 'ago') return { day: shifted(today, -told.days), guessed: true, other: null };
  if (told.is === 'weekday') {
    const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
    return { day: shifted(today, -((weekday - told.weekday + 7) % 7)), guessed: true, other: null };
  }
  if (told.is !== 'numbers') {
    const day = dated(told.is === 'whole' ? told.year : null, told.month, told.day, today);
    return day === null ? null : { day, guessed: told.is !== 'whole', other: null };
  }
  const { first, second, year } = told;
  const dayFirst = dated(year, second, first, today);
  const monthFirst = dated(year, first, second, today);
  const [meant, other] = order === 'day_first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const day = meant ?? other;
  if (!day) return null;
  const changes = meant !== null && other !== null && other !== meant;
  return { day, guessed: changes || year === null, other: changes ? other : null };
}

/**
 * In which order the numbers of a whole paste name days: what only one order allows decides; then an order in which
 * time runs one way and nothing lies ahead; then how the numbers are written, and where the reader lives.
 */
export function orderOfDays(
  told: readonly Extract<ToldDay, { is: 'numbers' }>[],
  today: string,
  { halves, zone }: { halves: boolean; zone: string },
): { order: DayOrder; guessed: boolean } | null {
  if (told.length === 0) return null;
  const onlyDayFirst = told.some(({ first }) => first > 12);
  const onlyMonthFirst = told.some(({ second }) => second > 12);
  if (onlyDayFirst !== onlyMonthFirst)
    return { order: onlyDayFirst ? 'day_first' : 'month_first', guessed: false };
  if (told.every(({ first, second }) => first === second)) return { order: 'day_first', guessed: false };
  const tomorrow = shifted(today, 1);
  const cost = (order: DayOrder) => {
    const days = told.flatMap((one) => calendarDay(one, order, today)?.day ?? []);
    const ahead = days.filter((day) => day > tomorrow).length;
    const on = days.filter((day, at) => day > (days[at - 1] ?? day)).length;
    const back = days.filter((day, at) => day < (days[at - 1] ?? day)).length;
    return ahead * 3 + Math.min(on, back);
  };
  const [asDays, asMonths] = [cost('day_first'), cost('month_first')];
  if (asDays !== asMonths) return { order: asDays < asMonths ? 'day_first' : 'month_first', guessed: true };
  const slashed = told.every(({ sign }) => sign === '/');
  const american = slashed && (inTheStates.test(zone) || (halves && told.every(({ year }) => year !== null)));
  return { order: american ? 'month_first' : 'day_first', guessed: true };
}

const inTheStates =
  /^(US\/|America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana|Kentucky)|Pacific\/Honolulu)/;

/** So many days after a day, `YYYY-MM-DD`. */
export function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

function dated(year: number | null, month: number, day: number, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  const years = year === null ? [thisYear, thisYear - 1, thisYear - 2, thisYear - 3, thisYear - 4] : [year];
  for (const one of years) {
    if (!exists(one, month, day)) continue;
    const text = `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (year !== null || text <= shifted(today, 1)) return text;
  }
  return null;
}

function exists(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
