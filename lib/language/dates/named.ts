import { mondayOf, monthsAfter, partsOf, weekdayIn, weekdayOf, weekOf, type Day } from './calendar';
import { isFeast } from './feasts';
import { feastSpan, halfSpan, quarterSpan, seasonSpan, yearSpan, type Period } from './periods';
import { afterMark, yearAfter } from './numeric';
import { digitsAt, inYear, once, signAt, skipFillers, yearly, type Reader } from './reader';
import { unitFrom } from './spans';

/** "spring", "Easter 2028", "nach den Feiertagen": a season, a feast, the holidays. */
export function feastAt(reader: Reader, at: number): Period | null {
  const season = signAt(reader, at, 'season');
  const feast =
    signAt(reader, at, 'feast')?.value ?? (signAt(reader, at, 'break') ? holidaysAround(reader.today) : null);
  const found = season
    ? yearly('season', seasonSpan(Number(season.value)), at + 1)
    : feast !== null && isFeast(feast)
      ? yearly('feast', feastSpan(feast), at + 1)
      : null;
  return found && inYear(found, yearAfter(reader, at + 1));
}

// "After the holidays" is after those that come next: the summer's in spring and summer, else those of December.
function holidaysAround(today: Day): string {
  const { month, date } = partsOf(today);
  return month >= 4 && month <= 8 ? 'summer_break' : month === 1 && date <= 10 ? 'festive_long' : 'festive';
}

/** "Q3", "T2 2027", "2T", "H1", "Quartal 2", "KW 38", "week 38". */
export function numberedAt(reader: Reader, at: number): Period | null {
  const sign = reader.signs[at];
  // "3. Kalenderwoche".
  const marked = afterMark(reader, at + 1);
  const ofWeek = marked > at + 1 && signAt(reader, marked, 'week_sign') ? digitsAt(reader, at, 1, 53) : null;
  if (ofWeek !== null) return inYear(calendarWeek(ofWeek, marked + 1), yearAfter(reader, marked + 1));
  const turned = digitsAt(reader, at, 1, 4);
  const kind = turned === null ? sign?.kind : reader.signs[at + 1]?.kind;
  const value = turned ?? digitsAt(reader, at + 1, 1, 53);
  const quarter = kind === 'quarter_sign' || (turned === null && signAt(reader, at, 'unit', 'quarter'));
  const half = kind === 'half_sign' || (turned === null && signAt(reader, at, 'unit', 'half'));
  if (value === null) return null;
  if (quarter && value <= 4)
    return inYear(yearly('quarter', quarterSpan(value), at + 2), yearAfter(reader, at + 2, true));
  if (half && value <= 2)
    return inYear(yearly('half', halfSpan(value), at + 2), yearAfter(reader, at + 2, true));
  const week = turned === null && (kind === 'week_sign' || signAt(reader, at, 'unit', 'week'));
  return week ? inYear(calendarWeek(value, at + 2), yearAfter(reader, at + 2)) : null;
}

function calendarWeek(week: number, next: number): Period {
  const ofYear = (year: number) => {
    const from = weekOf(year, week);
    return from < weekOf(year + 1, 1) ? { from, to: from + 6 } : null;
  };
  return yearly('week', ofYear, next);
}

/** "first quarter of 2027", "second half", "erstes Halbjahr", "last week of June", "first Monday in March". */
export function countedAt(reader: Reader, at: number, within: (at: number) => Period | null): Period | null {
  const word = signAt(reader, at, 'ordinal')?.value ?? (signAt(reader, at, 'last') ? '-1' : null);
  const digit = digitsAt(reader, at, 1, 5);
  const marked = digit !== null && afterMark(reader, at + 1) > at + 1;
  const nth = word === null ? (marked ? digit : null) : Number(word);
  if (nth === null) return null;
  const on = word === null ? afterMark(reader, at + 1) : at + 1;
  const unit = signAt(reader, on, 'unit')?.value;
  const weekday = Number(signAt(reader, on, 'weekday')?.value ?? 0);
  if (weekday > 0) return weekdayOfMonth(nth, weekday, within(skipFillers(reader, on + 1)));
  if (unit === 'quarter' || unit === 'half') return quarterOrHalf(reader, nth, unit, on + 1, within);
  const parts = { week: 7, fortnight: 15 }[unit ?? ''];
  const outer = parts ? within(skipFillers(reader, on + 1)) : null;
  if (!parts || !outer) return null;
  return inside(outer, unit === 'week' && outer.kind !== 'month' ? 'week' : 'month', ({ from, to }) => {
    const start = nth < 0 ? to - parts + 1 : from + (nth - 1) * parts;
    return { from: start, to: Math.min(to, nth === 2 && parts === 15 ? to : start + parts - 1) };
  });
}

function quarterOrHalf(
  reader: Reader,
  nth: number,
  unit: 'quarter' | 'half',
  at: number,
  within: (at: number) => Period | null,
): Period | null {
  const outer = within(skipFillers(reader, at));
  if (unit === 'half' && outer && (outer.kind === 'month' || outer.kind === 'quarter'))
    return inside(outer, outer.kind, ({ from, to }) => {
      const middle = from + (outer.kind === 'month' ? 15 : 46);
      return nth === 1 ? { from, to: middle - 1 } : { from: middle, to };
    });
  const most = unit === 'quarter' ? 4 : 2;
  const which = nth < 0 ? most : nth;
  if (which > most || (nth < 0 && outer?.kind !== 'year' && !yearWord(reader, at))) return null;
  const next = yearWord(reader, at) ?? at;
  const period = yearly(unit, unit === 'quarter' ? quarterSpan(which) : halfSpan(which), next);
  return inYear(period, yearAfter(reader, at));
}

// "of the year", "des Jahres": no other year than the coming one.
function yearWord(reader: Reader, at: number): number | null {
  const on = skipFillers(reader, at);
  const alone = on > at && signAt(reader, on, 'unit', 'year') && !signAt(reader, on + 1, 'next');
  return alone ? on + 1 : null;
}

function inside(
  outer: Period,
  kind: Period['kind'],
  cut: (span: { from: Day; to: Day }) => { from: Day; to: Day },
): Period {
  const { ofYear, fixed, next } = outer;
  if (fixed) return once(kind, cut(fixed), next);
  return yearly(
    kind,
    (year) => {
      const span = ofYear?.(year) ?? null;
      return span && cut(span);
    },
    next,
  );
}

function weekdayOfMonth(nth: number, weekday: number, outer: Period | null): Period | null {
  if (outer?.kind !== 'month') return null;
  return inside(outer, 'weekday', ({ from }) => {
    const { year, month } = partsOf(from);
    const day = weekdayIn(year, month, weekday, nth) ?? from;
    return { from: day, to: day };
  });
}

/** "next month", "la semana que viene", "übernächstes Jahr", "this quarter", "next spring", "next Monday". */
export function nextAt(reader: Reader, at: number, within: (at: number) => Period | null): Period | null {
  const here = signAt(reader, at, 'this');
  const ahead = signAt(reader, at, 'next');
  if (here ?? ahead) {
    const unit = signAt(reader, at + 1, 'unit');
    const many = ahead ? Number(ahead.value) : 0;
    if (unit) return unitFrom(reader, unit.value, many, at + 2);
    const weekday = signAt(reader, at + 1, 'weekday');
    if (weekday && ahead) return weekdayAhead(reader, Number(weekday.value), at + 2);
    const inner = within(at + 1);
    return inner?.kind === 'in_a_while' ? null : inner;
  }
  const unit = signAt(reader, at, 'unit');
  const behind = signAt(reader, at + 1, 'next') ?? signAt(reader, at + 1, 'this');
  // "This day next week."
  if (
    unit?.value === 'day' &&
    ahead === null &&
    signAt(reader, at + 1, 'next') &&
    signAt(reader, at + 2, 'unit', 'week')
  )
    return once('day', { from: reader.today + 7, to: reader.today + 7 }, at + 3, true);
  if (unit && behind)
    return unitFrom(reader, unit.value, behind.kind === 'this' ? 0 : Number(behind.value), at + 2);
  const weekday = signAt(reader, at, 'weekday');
  return weekday && signAt(reader, at + 1, 'next') && !signAt(reader, at + 2, 'unit')
    ? weekdayAhead(reader, Number(weekday.value), at + 2)
    : null;
}

// In English and German "next Friday" is next week's; elsewhere it is the one that comes. The other is said beside it.
function weekdayAhead(reader: Reader, weekday: number, next: number): Period {
  const coming = reader.today + (((weekday - weekdayOf(reader.today) + 6) % 7) + 1);
  const nextWeek = mondayOf(reader.today) + 6 + weekday;
  const wanted = /^(en|de)$/.test(reader.language) ? nextWeek : coming;
  const other = wanted === coming ? nextWeek : coming;
  const period = once('weekday', { from: wanted, to: wanted }, next, coming === nextWeek);
  return { ...period, otherwise: other === wanted ? null : other };
}

/** Tomorrow, the weekend, the week after next. */
export function pointAt(reader: Reader, at: number): Period | null {
  const { today } = reader;
  const point = signAt(reader, at, 'point')?.value;
  if (point === 'tomorrow') return once('day', { from: today + 1, to: today + 1 }, at + 1, true);
  if (point === 'after_tomorrow') return once('day', { from: today + 2, to: today + 2 }, at + 1, true);
  if (point === 'weekend') {
    const saturday = today + (((6 - weekdayOf(today) + 6) % 7) + 1);
    return once('weekend', { from: saturday, to: saturday + 1 }, at + 1);
  }
  const year = monthsAfter(today, 12);
  if (point === 'in_a_year') return once('month', { from: year, to: year }, at + 1);
  const unit = /^(week|month|year)_after_next$/.exec(point ?? '')?.[1];
  return unit ? unitFrom(reader, unit, 2, at + 1) : null;
}

/** A year by itself: "2027". */
export function yearAt(reader: Reader, at: number): Period | null {
  const year = digitsAt(reader, at, 2000, 2199);
  return year === null ? null : once('year', yearSpan(year), at + 1);
}
