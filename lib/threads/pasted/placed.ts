import { hourOf, isoDay } from '@/lib/language/moments';
import { instantOf } from '../when';
import { calendarDay } from './day-order';
import type { DayOrder, PastedTurn, Reader, Sureness } from './pasted';
import type { RawTurn } from './raw-turn';
import type { ToldDay, ToldMoment } from './told';
import type { Laid } from './cuts';

/** A turn with its day and hour, and how sure they are. */
export interface Placed extends Pick<PastedTurn, 'day' | 'otherDay' | 'hour'> {
  readonly raw: RawTurn;
  readonly daySure: Sureness;
  readonly hourSure: Sureness;
}

/** Puts every turn on its day: as it says, as the heading above it says, or as the turn before it. */
export function placedIn(
  { turns, layout }: Laid,
  told: readonly { when: ToldMoment | null; under: ToldMoment | null }[],
  at: { order: DayOrder; today: string; reader: Reader },
): Placed[] {
  const placed: Placed[] = [];
  for (const [index, raw] of turns.entries()) {
    const { when, under } = told[index] ?? { when: null, under: null };
    const own = placeOf(
      when?.day ?? under?.day ?? null,
      when?.hour ?? (when ? null : (under?.hour ?? null)),
      when?.offset ?? null,
      at,
    );
    const before = placed.at(-1);
    // In a chat who goes on without a word on time does so on the same day; between two mails weeks may lie.
    const follows = own.day === null && layout !== 'mail' && before?.day !== undefined && before.day !== null;
    if (!follows) placed.push({ raw, ...own });
    else {
      const hour = own.hour ?? (layout === 'direct' ? null : before.hour);
      const hourSure = own.hour ? own.hourSure : hour ? 'guessed' : 'missing';
      placed.push({ raw, day: before.day, otherDay: before.otherDay, daySure: 'guessed', hour, hourSure });
    }
  }
  return placed;
}

function placeOf(
  told: ToldDay | null,
  hour: string | null,
  offset: number | null,
  { order, today, reader }: { order: DayOrder; today: string; reader: Reader },
): Omit<Placed, 'raw'> {
  const found = told && calendarDay(told, order, today);
  const hourSure = hour ? ('said' as const) : ('missing' as const);
  if (!found) return { day: null, otherDay: null, hour, daySure: 'missing', hourSure };
  const utc = offset === null || !hour ? null : instantOf(found.day, hour, 'UTC');
  if (utc && offset !== null) {
    const at = new Date(utc.getTime() - offset * 60_000);
    const here = hourOf(at, { language: 'en', zone: reader.zone, now: reader.now });
    return {
      day: isoDay(at, reader.zone),
      otherDay: null,
      hour: here,
      daySure: found.guessed ? 'guessed' : 'said',
      hourSure,
    };
  }
  return {
    day: found.day,
    otherDay: found.other,
    hour,
    daySure: found.guessed ? 'guessed' : 'said',
    hourSure,
  };
}

/** Whether the newest stands first. */
export function runsBackwards(placed: readonly Placed[]): boolean {
  const times = placed.flatMap(({ day, hour }) => (day ? `${day} ${hour ?? ''}` : []));
  const on = times.filter((time, at) => time > (times[at - 1] ?? time)).length;
  return times.filter((time, at) => time < (times[at - 1] ?? time)).length > on;
}
