import { dayAt, partsOf, realDay, weekdayOf, type Day } from './calendar';
import { afterMark } from './numeric';
import type { Period } from './periods';
import { digitsAt, once, signAt, skipFillers, touching, type Reader } from './reader';

const monthsAhead = 6;

/** "Monday", "Monday the 19th": the next there is, or the next after what was named before. */
export function weekdayAt(reader: Reader, at: number): Period | null {
  const weekday = Number(signAt(reader, at, 'weekday')?.value ?? 0);
  if (weekday === 0) return null;
  const dated = weekdayDated(reader, at, weekday);
  if (dated) return dated;
  const { today, before } = reader;
  const from = before?.strong ? Math.max(today, before.edge) : today;
  const coming = from + (((weekday - weekdayOf(from) + 6) % 7) + 1);
  return once('weekday', { from: coming, to: coming }, at + 1, true);
}

// The weekday tells the month: "Monday the 19th" is the next 19th that is a Monday.
function weekdayDated(reader: Reader, at: number, weekday: number): Period | null {
  const on = skipFillers(reader, at + (signAt(reader, at + 1, 'sign', ',') ? 2 : 1), 1);
  const date = digitsAt(reader, on, 1, 31);
  const next = afterMark(reader, on + 1);
  const end = reader.signs[skipFillers(reader, next)];
  if (date === null || /^(month|unit|next|digits)$/.test(end?.kind ?? '')) return null;
  if (/^([:/%hH€$°-]|am|pm|o|uhr|horas|heures|ore)$/.test(reader.signs[next]?.value ?? '')) return null;
  return nextDated(reader, date, weekday, next);
}

function nextDated({ today, before }: Reader, date: number, weekday: number, next: number): Period | null {
  // Near what was named before, else from now on.
  const near = before && before.edge > today ? dateAfter(before.edge, date, weekday, 1) : null;
  const day = near ?? dateAfter(today, date, weekday, monthsAhead);
  return day === null ? null : once('day', { from: day, to: day }, next, true);
}

/** "the 15th", "el 15", "am 15.", "dia 15": that date of this month or the next that has it. */
export function dateAlone(reader: Reader, at: number): Period | null {
  const date = digitsAt(reader, at, 1, 31);
  const next = afterMark(reader, at + 1);
  const end = reader.signs[next];
  const alone =
    end === undefined ||
    (end.kind === 'sign' && !/^[%:/€$°-]$/.test(end.value)) ||
    end.kind === 'onward' ||
    (isAnnounced(reader, at) && !isCounting(reader, next));
  const joined = at > 0 && touching(reader, at - 1);
  if (date === null || joined || (!alone && next === at + 1)) return null;
  const { today, before } = reader;
  // "El lunes siguiente, el 17": the day that was just named, once more.
  const same = before && /^(day|weekday)$/.test(before.kind) && partsOf(before.point).date === date;
  if (same && before.point > today) return once('day', { from: before.point, to: before.point }, next);
  const far = before === null || /^(year|half|season|in_a_while)$/.test(before.kind);
  const day = dateAfter(far ? today : Math.max(today, before.edge), date, null, 2);
  return day === null ? null : once('day', { from: day, to: day }, next);
}

// "El 20 de los clientes", "el 3 a 5", "el 15 mes".
function isCounting({ signs }: Reader, at: number): boolean {
  const [end, further] = [signs[at], signs[at + 1]];
  if (end?.kind === 'or') return further?.kind === 'digits';
  return (
    /^(sign|unit|month|digits|number)$/.test(end?.kind ?? '') || (end?.kind === 'of' && end.value === '')
  );
}

// "el 15", "hasta el 15", "dia 15": nothing but a date stands behind these.
function isAnnounced({ signs }: Reader, at: number): boolean {
  const [before, further] = [signs[at - 1], signs[at - 2]];
  const article = before?.kind === 'rel' && before.value.endsWith('_the') && before.value !== 'in_the';
  const bare = before?.value === 'in_the' && further?.value !== 'in';
  return article || bare || (before?.kind === 'unit' && before.value === 'day');
}

// The first such date after a day, of that month or of so many that follow.
function dateAfter(after: Day, date: number, weekday: number | null, months: number): Day | null {
  const { year, month } = partsOf(after);
  for (let on = 0; on <= months; on += 1) {
    const { year: of, month: in_ } = partsOf(dayAt(year, month + on, 1));
    const day = realDay(of, in_, date);
    if (day !== null && day > after && (weekday === null || weekdayOf(day) === weekday)) return day;
  }
  return null;
}
