import type { Day, Span } from './calendar';
import type { Relation } from './openings';
import { occurrences, partOf, type Part, type Period } from './periods';

/** The day that a time comes to, and the time itself, from its first day to its last. */
export interface Resolved extends Span {
  readonly day: Day;
}

/** The day that a time comes to, later than today; null where it is over. */
export function resolved(today: Day, period: Period, relation: Relation, part: Part | null): Resolved | null {
  const behind =
    relation === 'after' || (relation === 'until' && (period.kind === 'feast' || part === 'end'));
  const throughout = behind && period.kind !== 'in_a_while';
  for (const whole of occurrences(period, today)) {
    const { from, to } = part ? partOf(whole, period.kind, part) : whole;
    if (throughout) {
      if (to >= today) return { day: to + 1, from, to };
    } else if (from > today) return { day: from, from, to };
    // Of a part that has begun, or of a time whose year was said, what is left of it.
    else if ((part ?? period.fixed) && to > today) return { day: to, from, to };
  }
  return null;
}

/**
 * The same, of a time without a year that is named after another: of the next one and the next after that other the
 * one that lies nearer to it. "Away until February 2028. Write in May" is May 2028, but "locked in until 31 May 2028,
 * write in March" is the March before.
 */
export function resolvedNear(
  today: Day,
  edge: Day | null,
  ...[period, relation, part]: [Period, Relation, Part | null]
): Resolved | null {
  const next = resolved(today, period, relation, part);
  if (!next || edge === null || period.fixed || next.from > edge) return next;
  const after = resolved(edge, period, relation, part);
  return after && after.from - edge < edge - next.from ? after : next;
}
