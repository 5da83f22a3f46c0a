/** One wait for an answer. */
export interface Wait {
  readonly answered: boolean;
  /** Of either side only the day is known, so nobody can say how many hours it took. */
  readonly dated: boolean;
  /** Milliseconds; null without an answer. */
  readonly wait: number | null;
}

const hour = 3_600_000;
const day = 24 * hour;

/** How long an answer took, from the quickest on; `none` has not come. Each ends where the next begins. */
export const spans = [
  { name: 'hour', below: hour },
  { name: 'day', below: day },
  { name: 'three_days', below: 3 * day },
  { name: 'week', below: 7 * day },
  { name: 'two_weeks', below: 14 * day },
  { name: 'longer', below: Infinity },
] as const;

export type SpanName = (typeof spans)[number]['name'] | 'none';

/** How waits spread. */
export interface Spread {
  /** How many waits it rests on, those without an answer among them. */
  readonly n: number;
  readonly answered: number;
  /** Half of the answers came sooner, in milliseconds; null without any. */
  readonly median: number | null;
  /** Left out: only the day is known. */
  readonly dated: number;
  readonly bars: readonly { readonly name: SpanName; readonly count: number }[];
}

/** Fewer than this tell nothing. */
export const enough = 5;

/** Counts waits by how long they took. Where `none` may come, what has no answer yet is a bar of its own. */
export function spreadOf(waits: readonly Wait[], { withNone }: { withNone: boolean }): Spread {
  const told = waits.filter(({ dated }) => !dated);
  const taken = told.flatMap(({ answered, wait }) => (answered && wait !== null ? [wait] : []));
  const without = told.length - taken.length;
  const bars = spans.map(({ name, below }, place) => {
    const from = place === 0 ? -Infinity : (spans[place - 1]?.below ?? 0);
    return { name, count: taken.filter((wait) => wait >= from && wait < below).length };
  });
  return {
    n: withNone ? told.length : taken.length,
    answered: taken.length,
    median: medianOf(taken),
    dated: waits.length - told.length,
    bars: withNone ? [...bars, { name: 'none', count: without }] : bars,
  };
}

/** The one in the middle; of two in the middle the smaller, which somebody really took. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
