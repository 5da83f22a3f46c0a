import { isoDay, type Reading } from '@/lib/language/moments';
import type { Ago } from './person';

const day = 24 * 60 * 60_000;

/** When something happened, as a person tells it: a day and an hour of the zone. */
export function toldAt(
  { days, at }: Ago,
  { zone, now }: Pick<Reading, 'zone' | 'now'>,
): { day: string; hour: string } {
  const then = new Date(now.getTime() - days * day);
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return { day: isoDay(then, zone), hour: at ?? hour.format(then) };
}

/** The first day of the next such month (1 to 12) that lies at least four weeks ahead, `YYYY-MM-DD`. */
export function firstOfMonth(month: number, now: Date): string {
  const ahead = now.getTime() + 28 * day;
  const year = now.getUTCFullYear();
  const days = [year, year + 1, year + 2].map((one) => new Date(Date.UTC(one, month - 1, 1)));
  return (days.find((one) => one.getTime() > ahead) ?? now).toISOString().slice(0, 10);
}
