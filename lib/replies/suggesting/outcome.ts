import type { Hit } from './hits';
import type { ReadText } from './sentences';

/** What a reply can come to; the names of the database. */
export const outcomes = [
  'opted_out',
  'declined',
  'later',
  'wrong_person',
  'question',
  'interested',
  'other',
] as const;

export type SuggestOutcome = (typeof outcomes)[number];

/** What was decided of a reply: null where it cannot be told; how sure, of null how sure the likeliest was. */
export interface Decided {
  readonly outcome: SuggestOutcome | null;
  readonly sure: number;
}

/** From which chance on an outcome is said. Found by cross-validation, `npm run train-replies -- care`. */
export interface Care {
  readonly least: Readonly<Record<SuggestOutcome, number>>;
  /** The most that no, stop and not-now may have together where interest or a question is said. */
  readonly mostBad: number;
  /** The same where a phrase of theirs stands in the reply. */
  readonly mostBadSaid: number;
}

/**
 * Decides in the order of harm. Words that ask to be left alone win over everything else; interest or a question is
 * said only where hardly anything speaks for a no, a stop or a not-now.
 */
export function decided(
  chanceOf: (outcome: SuggestOutcome) => number,
  { hits, read }: { hits: readonly Hit[]; read: ReadText },
  care: Care,
): Decided {
  const top = outcomes.reduce((best, one) => (chanceOf(one) > chanceOf(best) ? one : best));
  const sure = chanceOf(top);
  const stop = hits.some(({ concept, negated, sentence }) => concept === 'stop.words' && !negated && !asksOnly(read, sentence));
  if (stop && chanceOf('opted_out') >= care.least.opted_out / 2.5) return { outcome: 'opted_out', sure: Math.max(sure, chanceOf('opted_out')) };
  if (top === 'interested' || top === 'question') {
    const bad = chanceOf('declined') + chanceOf('opted_out') + chanceOf('later');
    const said = hits.some(({ concept, negated }) => negated || /^(?:no|stop|later)\./.test(concept));
    if (bad > (said ? care.mostBadSaid : care.mostBad)) return { outcome: null, sure };
  }
  return { outcome: sure >= care.least[top] ? top : null, sure };
}

function asksOnly({ sentences }: ReadText, sentence: number): boolean {
  return sentences[sentence]?.asks ?? false;
}
