import { isoDay } from '@/lib/language/moments';

/** When something was said, as a person in some zone tells it: a day (`YYYY-MM-DD`), and the hour (`HH:MM`) if known. */
export interface ToldWhen {
  readonly day: string;
  readonly hour: string | null;
}

/** The place in time of a message: an instant, and whether only its day is known. */
export interface PlaceInTime {
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
}

const minute = 60_000;

/**
 * The instant at which clocks in the zone (IANA name) show that day and hour; null for a day that does not
 * exist. An hour that the clocks skip is read as the one after it, one that comes twice as the first.
 */
export function instantOf(day: string, hour: string, zone: string): Date | null {
  const shown = Date.parse(`${day}T${hour}:00Z`);
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 10) !== day) return null;
  const early = shown - offset(shown - 24 * 60 * minute, zone);
  const late = shown - offset(shown + 24 * 60 * minute, zone);
  const shows = (at: number) => at + offset(at, zone) === shown;
  if (shows(early)) return new Date(early);
  return new Date(shows(late) ? late : Math.max(early, late));
}

/**
 * Where a message stands that a person tells us of. A day alone is that calendar day in the installation's zone,
 * for the law orders days there. A minute of the last hour is read to its end: what was recorded in it, a contact, a
 * message, a no, came before. Nothing lies in the future.
 */
export function placeInTime(
  { day, hour }: ToldWhen,
  at: { zone: string; installationZone: string; now: Date },
): PlaceInTime | 'no_such_day' | 'occurred_in_the_future' {
  const told = instantOf(day, hour ?? '12:00', hour ? at.zone : at.installationZone);
  if (!told) return 'no_such_day';
  if (hour) {
    const past = at.now.getTime() - told.getTime();
    if (past < -minute) return 'occurred_in_the_future';
    const within = past < 60 * minute ? Math.min(Math.max(past, 0), minute - 1000) : 0;
    return { occurredAt: new Date(told.getTime() + within), dayOnly: false };
  }
  if (day > isoDay(at.now, at.zone)) return 'occurred_in_the_future';
  const begins = instantOf(day, '00:00', at.installationZone);
  // Where it is today already, noon there may still lie ahead of us; the law takes no message from tomorrow.
  return { occurredAt: told > at.now && begins ? begins : told, dayOnly: true };
}

// What the zone's clocks show less UTC, in milliseconds.
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}
