import type { Day, Span } from './calendar';
import type { Sign } from './lexicon';
import type { DateKind, Period } from './periods';

/** A time that was named earlier in the text, for what is counted from it. */
export interface Named {
  readonly kind: DateKind;
  /** Where it begins: what lies before it is counted from there. */
  readonly point: Day;
  /** Its last day: what comes after it is counted from there. */
  readonly last: Day;
  /** A Monday or a 19th without a month that is named next comes after this day. */
  readonly edge: Day;
  /** It ends something or is a day, so that what follows it in the text follows it in time. */
  readonly strong: boolean;
  /** Months that are named next belong near it. */
  readonly near: boolean;
}

/** What a rule of reading is given: the signs of the text, the day on which it is read, the time named last. */
export interface Reader {
  readonly signs: readonly Sign[];
  readonly today: Day;
  readonly language: string;
  readonly before: Named | null;
}

/** The sign there, if it is of that kind (and that value). */
export function signAt({ signs }: Reader, at: number, kind: string, value?: string): Sign | null {
  const sign = signs[at];
  return sign?.kind === kind && (value === undefined || sign.value === value) ? sign : null;
}

/** The next sign that is no filler ("of the"), at most so many on. */
export function skipFillers(reader: Reader, at: number, most = 3): number {
  let on = at;
  while (
    on < at + most &&
    (signAt(reader, on, 'of') ??
      signAt(reader, on, 'rel', 'in') ??
      signAt(reader, on, 'rel', 'in_the') ??
      signAt(reader, on, 'rel', 'from_the') ??
      signAt(reader, on, 'rel', 'for'))
  )
    on += 1;
  return on;
}

/** A number in digits within these limits, or null. */
export function digitsAt(reader: Reader, at: number, least: number, most: number): number | null {
  const sign = signAt(reader, at, 'digits');
  if (!sign || sign.value.length > 4) return null;
  const value = Number(sign.value);
  return value >= least && value <= most ? value : null;
}

/** Whether two signs touch, as those of 3/5 do. */
export function touching({ signs }: Reader, at: number): boolean {
  const [one, two] = [signs[at], signs[at + 1]];
  return one !== undefined && two !== undefined && one.end === two.start;
}

const plain = { ofYear: null, fixed: null, exact: false, otherwise: null } as const;

/** A time whose year is known. */
export function once(kind: DateKind, fixed: Span, next: number, exact = false): Period {
  return { ...plain, kind, fixed, next, exact };
}

/** A time that comes every year. */
export function yearly(
  kind: DateKind,
  ofYear: (year: number) => Span | null,
  next: number,
  exact = false,
): Period {
  return { ...plain, kind, ofYear, next, exact };
}

/** The same, in the year that is named behind it, if one is. */
export function inYear(period: Period, year: { value: number; next: number } | null): Period {
  if (!year || !period.ofYear) return period;
  // A year without that day has none of it: the words are read and come to nothing.
  const fixed = period.ofYear(year.value);
  return { ...period, ofYear: fixed ? null : () => null, fixed, next: year.next };
}
