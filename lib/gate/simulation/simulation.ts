import type { Policy } from '@/lib/policy/policy';
import type { Reason } from '../verdict';
import { changes, type Change } from './openness';
import { wishes, type Wish } from './reach';

/** Somebody whom another policy would open or close. */
export interface Touched {
  readonly contactId: string;
  readonly wish: Wish;
  readonly change: Change;
  readonly before: readonly Reason[];
  readonly after: readonly Reason[];
}

/** What a policy would change if it were saved now. */
export interface Simulation {
  /** The policy it was compared with. */
  readonly before: Policy;
  readonly counts: Readonly<Record<Wish, Readonly<Record<Change, number>>>>;
  /** The first of them, those who would be closed before the others. */
  readonly first: readonly Touched[];
  /** How many contacts were asked about. */
  readonly asked: number;
  /** `whole`, or why the counts are only the least that is known: there are more than we count, or it took too long. */
  readonly reached: 'whole' | 'counted_enough' | 'out_of_time';
}

/** Collects whom a policy touches, and keeps the first `most` of each kind. */
export function tally(most: number) {
  const none = () => ({ closes: 0, opens: 0, later: 0, no_longer: 0 });
  const counts = { message: none(), pitch: none() };
  const kept: Touched[] = [];
  let total = 0;
  const add = (one: Touched) => {
    total += 1;
    if (counts[one.wish][one.change]++ < most) kept.push(one);
  };
  // A sort keeps the order of those it does not part.
  const first = () => kept.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, most);
  return { add, counts, first, total: () => total };
}

const placeOf = ({ change, wish }: Touched) => changes.indexOf(change) * wishes.length + wishes.indexOf(wish);
