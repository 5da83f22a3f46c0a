import { dayAt, easterOf, weekdayIn, type Span } from './calendar';

const around = (from: number, to = from) => {
  return (year: number): Span => ({ from: easterOf(year) + from, to: easterOf(year) + to });
};
const dated = (month: number, from: number, to = from) => {
  return (year: number): Span => ({ from: dayAt(year, month, from), to: dayAt(year, month, to) });
};
const nth = (month: number, weekday: number, which: number, days = 1) => {
  return (year: number): Span => {
    const from = weekdayIn(year, month, weekday, which) ?? dayAt(year, month, 1);
    return { from, to: from + days - 1 };
  };
};

/**
 * Feasts and holidays by the year in which they begin. What moves, moves with Easter, which is computed; feasts of
 * the moon (Ramadan, Chinese New Year, Diwali) are not read. Where Easter Monday is kept, "after Easter" is Tuesday.
 */
export const feasts = {
  easter: around(0, 1),
  easter_sunday: around(0),
  easter_monday: around(1),
  holy_week: around(-7, 0),
  good_friday: around(-2),
  carnival: around(-50, -47),
  fasching: around(-52, -47),
  ash_wednesday: around(-46),
  ascension: around(39),
  pentecost: around(49, 50),
  corpus_christi: around(60),
  christmas: dated(12, 24, 26),
  christmas_day: dated(12, 25),
  /** Christmas and New Year together; 32 December is New Year's Day. */
  festive: dated(12, 24, 32),
  /** Up to Epiphany, as Spain and Italy keep it. */
  festive_long: dated(12, 24, 37),
  year_end: dated(12, 31),
  new_year: dated(1, 1),
  /** "In the new year": a time rather than a day. */
  january: dated(1, 1, 31),
  epiphany: dated(1, 6),
  valentine: dated(2, 14),
  labour: dated(5, 1),
  summer_break: (year: number): Span => ({ from: dayAt(year, 7, 1), to: dayAt(year, 8, 31) }),
  mid_august: dated(8, 15),
  rentree: dated(9, 1, 15),
  us_labor: nth(9, 1, 1),
  independence: dated(7, 4),
  halloween: dated(10, 31),
  all_saints: dated(11, 1),
  thanksgiving: nth(11, 4, 4, 4),
  black_friday: (year: number): Span => {
    const { from } = nth(11, 4, 4)(year);
    return { from: from + 1, to: from + 1 };
  },
} as const satisfies Record<string, (year: number) => Span>;

export type Feast = keyof typeof feasts;

export function isFeast(name: string): name is Feast {
  return Object.hasOwn(feasts, name);
}
