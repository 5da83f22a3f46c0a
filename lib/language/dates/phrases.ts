import { anchoredAt } from './anchored';
import { partsOf, type Day } from './calendar';
import { countedFrom, together } from './counted';
import { openingAt, type Opening, type Relation } from './openings';
import { yearSpan, type DateKind, type Period } from './periods';
import { once, signAt, skipFillers, type Named, type Reader } from './reader';
import { resolved, resolvedNear, type Resolved } from './resolve';
import { unitFrom } from './spans';
import { periodAt } from './times';

/** Words that name a time, and the day they come to. */
export interface Phrase {
  /** The first sign, and the one after the last. */
  readonly at: number;
  readonly next: number;
  readonly relation: Relation;
  readonly kind: DateKind;
  readonly day: Day;
  /** The last day of that time. */
  readonly last: Day;
  /** What is counted from it: see there. */
  readonly named: Named;
  /** More than a year off. */
  readonly far: boolean;
  /** It is tomorrow. */
  readonly tomorrow: boolean;
  /** "A Monday", "every summer": no certain one. */
  readonly any: boolean;
  /** We are in the midst of it. */
  readonly begun: boolean;
  /** For how many days the last such time has been going on or over; null where its year is said. */
  readonly passed: number | null;
  readonly exact: boolean;
  readonly otherwise: Day | null;
  /** Nothing but a word that could mean something else, or a number: believed only where a date is typed. */
  readonly weak: boolean;
}

/** Words that name a time which is over. */
export interface Over {
  readonly past: true;
  readonly at: number;
  readonly next: number;
}

const long: readonly DateKind[] = ['month', 'quarter', 'half', 'season', 'year'];

/** The time named from this sign on: that of a not-now; one that is over; or none. */
export function phraseAt(reader: Reader, at: number): Phrase | Over | null {
  const opening = openingAt(reader, at);
  const { part, on } = opening;
  const counted = countedFrom(reader, on) ?? anchoredAt(reader, on);
  const period = counted ?? bodyAt(reader, on, opening);
  if (!period) return null;
  if (isOver(reader, period, opening))
    return { past: true, at, next: Math.min(period.next + 1, reader.signs.length) };
  const tail = tailOf(reader, period.next);
  const bare = opening.relation === 'none';
  const relation = (bare ? (tail.relation ?? (counted ? 'in' : null)) : null) ?? opening.relation;
  // "Through August", "ends on the 3rd", "31 May inclusive" last to their end; "ends in August" may be its beginning.
  const whole = opening.whole || tail.whole;
  const ending = whole && (tail.whole || opening.relation === 'until' || !long.includes(period.kind));
  const edge = reader.before?.near ? reader.before.edge : null;
  const found =
    resolvedNear(
      reader.today,
      edge,
      period,
      ending && !opensMonth(reader, period) ? 'after' : relation,
      part,
    ) ?? turnedAround(reader, period);
  if (!found) return { past: true, at, next: period.next };
  const named = relation !== 'none' || part !== null || tail.next > period.next;
  const precise = (opening.exactly || tail.exactly) && period.kind === 'in_a_while';
  const reported = whole && /^(none|in|for|by)$/.test(relation) ? 'until' : relation;
  return {
    ...{ at, next: tail.next, relation: reported, kind: precise ? 'day' : period.kind },
    ...{ day: found.day, last: found.to, begun: found.from <= reader.today && part === null },
    far: found.day > reader.today + 366,
    tomorrow: found.day === reader.today + 1 && period.kind === 'day',
    any: isAny(reader, on, period),
    named: namedBy(found, period, { ...opening, relation: reported }),
    passed: signAt(reader, on, 'next') ? null : passedOf(reader, period),
    exact: period.exact && part === null && !/^(until|before)$/.test(reported),
    otherwise:
      period.otherwise !== null && period.otherwise > reader.today && period.otherwise !== found.day
        ? period.otherwise
        : null,
    weak: !named && period.next === on + 1 && isWeak(reader, on, period),
  };
}

function isOver(reader: Reader, period: Period, { over, relation, on }: Opening): boolean {
  const { signs } = reader;
  const behind = reader.signs[period.next];
  return (
    over ||
    behind?.kind === 'ago' ||
    behind?.kind === 'last' ||
    // "In the two years that we have had it."
    (period.kind === 'in_a_while' && signs[on - 1]?.value === 'in_the' && signs[on]?.kind !== 'next') ||
    (relation === 'before' && period.kind === 'in_a_while') ||
    (behind?.value === 'passed' && !periodAt(reader, skipFillers(reader, period.next + 1)))
  );
}

// What stands behind a time: "later", "inclusive", "onwards", "to the day".
function tailOf(reader: Reader, at: number) {
  const kind = reader.signs[at]?.kind;
  const relation: Relation | null = kind === 'later' ? 'within' : kind === 'onward' ? 'from' : null;
  const whole = kind === 'inclusive';
  const exactly = kind === 'exactly';
  return { relation, whole, exactly, next: at + (relation || whole || exactly ? 1 : 0) };
}

// 12/1/2027 on a day between 12 January and 1 December: the reading that is over is not meant.
function turnedAround({ today }: Reader, { kind, otherwise }: Period): Resolved | null {
  if (kind !== 'day' || otherwise === null || otherwise <= today) return null;
  return { day: otherwise, from: otherwise, to: otherwise };
}

function namedBy({ from, to }: Resolved, { kind }: Period, { relation, part }: Opening): Named {
  const start = long.includes(kind) && part !== 'end' && relation !== 'after';
  const edge = start ? from - 1 : to;
  const ahead = /^(until|after|from|before)$/.test(relation);
  const certain = kind !== 'season' && kind !== 'feast' && kind !== 'in_a_while';
  const last = start && !ahead ? to : edge;
  const strong = ahead || !(long.includes(kind) || kind === 'in_a_while');
  return { point: from, last, edge, kind, strong, near: ahead && certain };
}

// What "ends on 1 April" gives way to something on that day.
function opensMonth({ today }: Reader, period: Period): boolean {
  const day = period.kind === 'day' ? resolved(today, period, 'in', null)?.day : undefined;
  return day !== undefined && partsOf(day).date === 1;
}

// "May" is a month where something "is" or "works" in it.
function isWeak({ signs }: Reader, on: number, { kind }: Period): boolean {
  const told = kind === 'month' && /^(is|works|suits|would)$/.test(signs[on + 1]?.value ?? '');
  return kind === 'year' || ((signs[on]?.weak ?? false) && !told);
}

function isAny(reader: Reader, on: number, { kind }: Period): boolean {
  const before = reader.signs[on - 1];
  const one = before?.kind === 'number' && before.value === '1';
  // What comes each July comes in July.
  return (before?.kind === 'every' && kind !== 'month') || (one && kind !== 'in_a_while' && kind !== 'day');
}

function passedOf({ today }: Reader, { ofYear, fixed }: Period): number | null {
  const { year } = partsOf(today);
  if (fixed || !ofYear) return null;
  const begun = [year, year - 1].map((of) => ofYear(of)?.from ?? null);
  const latest = begun.find((from) => from !== null && from <= today) ?? null;
  return latest === null ? null : today - latest;
}

function bodyAt(reader: Reader, at: number, { part }: Opening): Period | null {
  const period = periodAt(reader, at);
  if (period) return together(reader, period);
  const unit = part ? signAt(reader, at, 'unit') : null;
  // "Für 2027, gleich zu Jahresbeginn": of the year that was named.
  const { before } = reader;
  if (unit?.value === 'year' && before?.kind === 'year')
    return once('year', yearSpan(partsOf(before.point).year), at + 1);
  const [now, then] = [0, 1].map((by) => unit && unitFrom(reader, unit.value, by, at + 1));
  return (now && resolved(reader.today, now, 'in', part) !== null ? now : then) ?? null;
}
