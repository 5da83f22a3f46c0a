import { useLocale } from 'next-intl';
import {
  agoOf,
  dayOf,
  fullDayOf,
  hourOf,
  isoDay,
  momentOf,
  shortDayOf,
  type Reading,
} from '@/lib/language/moments';

interface TimeProps extends Pick<Reading, 'zone' | 'now'> {
  at: Date;
  /** What is shown: how long ago, the day, or the hour. */
  as?: 'ago' | 'day' | 'hour';
  /** Only the day is known: no hour is shown anywhere. */
  dayOnly?: boolean;
  /** Reachable by Tab, to read the whole moment; leave it out inside rows, which show it when they have the focus. */
  focusable?: boolean;
}

/**
 * A moment, short; whole on hover and focus, and for screen readers. `zone` is the installation's
 * (or the contact's), `now` comes from the clock. Server only.
 */
export function Time({ at, zone, now, as = 'ago', dayOnly, focusable }: TimeProps) {
  const reading = { language: useLocale(), zone, now };
  const short =
    as === 'ago'
      ? agoOf(at, reading, { dayOnly: dayOnly === true })
      : (as === 'day' || dayOnly ? dayOf : hourOf)(at, reading);
  const day = shortDayOf(at, reading);
  return (
    <time
      className="time"
      dateTime={dayOnly ? isoDay(at, zone) : at.toISOString()}
      title={dayOnly ? fullDayOf(at, reading) : momentOf(at, reading)}
      tabIndex={focusable ? 0 : undefined}
    >
      <span className="time-short" aria-hidden="true">
        {short}
      </span>
      <span className="time-whole">{dayOnly ? day : `${day}, ${hourOf(at, reading)}`}</span>
    </time>
  );
}
