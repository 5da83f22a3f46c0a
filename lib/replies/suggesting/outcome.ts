import type { Hit } from './hits';
import type { ReadText } from './sentences';
import type { SuggestLanguage } from './tables';
import wary from './wary.json';

/** What a reply can come to; the names of the database, by harm: what is worst to overlook comes first. */
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

/** From which chance on an outcome is said; found by cross-validation. */
export interface Care {
  readonly least: Readonly<Record<SuggestOutcome, number>>;
  /** The same of an opt-out where its words stand in the reply. */
  readonly leastSaid: number;
  /** The same where words stand there by which most people mean it: of the law, a threat, a last time. */
  readonly leastMeant: number;
  /** The most that no, stop and not-now may have together where interest or a question is said. */
  readonly mostBad: number;
  /** The same where a phrase of theirs stands in the reply. */
  readonly mostBadSaid: number;
  /** The same where neither a phrase of interest nor a question stands in the reply. */
  readonly mostBadUnsaid: number;
}

/** What stands in a reply besides its chances. */
export interface Said {
  readonly read: ReadText;
  readonly hits: readonly Hit[];
  readonly languages: readonly SuggestLanguage[];
}

/**
 * Decides in the order of harm. Words that ask to be left alone win over everything else; interest or a question is
 * said only where hardly anything speaks for a no, a stop or a not-now, and no words of theirs stand there.
 */
export function decided(
  chanceOf: (outcome: SuggestOutcome) => number,
  said: Said,
  { least, leastSaid, leastMeant, mostBad, mostBadSaid, mostBadUnsaid }: Care,
): Decided {
  const top = outcomes.reduce((best, one) => (chanceOf(one) > chanceOf(best) ? one : best));
  const sure = chanceOf(top);
  const stop = chanceOf('opted_out');
  if (stop >= (asksToStop(said) ? leastSaid : meansToStop(said.hits) ? leastMeant : 1))
    return { outcome: 'opted_out', sure };
  if (top === 'interested' || top === 'question') {
    const bad = stop + chanceOf('declined') + chanceOf('later');
    const most = speaksAgainst(said.hits) ? mostBadSaid : mostBad;
    if (bad > (saysSo(said, top) ? most : Math.min(most, mostBadUnsaid)) || isWary(said, top))
      return { outcome: null, sure };
  }
  return { outcome: sure >= least[top] ? top : null, sure };
}

// A question that is none asks for it as well: "would you mind taking us off your list?"
function asksToStop({ hits, read }: Said): boolean {
  return hits.some(({ concept, negated, sentence }) => {
    const { asks, start, end } = read.sentences[sentence] ?? { asks: false, start: 0, end: 0 };
    return concept === 'stop.words' && !negated && (!asks || request.test(read.plain.slice(start, end)));
  });
}

function meansToStop(hits: readonly Hit[]): boolean {
  return hits.some(
    ({ concept, negated }) => !negated && /^stop\.(?:words|law|threat|soft|meant)/.test(concept),
  );
}

function saysSo({ hits, read }: Said, top: 'interested' | 'question'): boolean {
  return top === 'question'
    ? (read.sentences.at(-1)?.asks ?? false) || hits.some(({ concept }) => concept.startsWith('ask.'))
    : hits.some(({ concept, negated }) => !negated && concept.startsWith('yes.'));
}

function speaksAgainst(hits: readonly Hit[]): boolean {
  return hits.some(({ concept, negated }) => negated || /^(?:no|stop|later)\./.test(concept));
}

const worded = (words: string): RegExp => new RegExp(`(?<![a-z])(?:${words.replaceAll(' ', ' +')})(?![a-z])`);
const [irony, time, past] = [worded(wary.irony), worded(wary.time), worded(wary.past)];
const request = worded(wary.requests);
// A question that only asks to agree, at the end of what was said: "right?"
const tag = new RegExp(`, *¿?(?:${wary.tags})[\\s!?.]*$`, 'i');
const stops = new Map(Object.entries(wary.stop).map(([language, words]) => [language, worded(words)]));

/** Words after which a person had better look: of stopping, of another time, of irony. */
function isWary({ read, hits, languages }: Said, top: 'interested' | 'question'): boolean {
  const against =
    top === 'interested'
      ? /^(?:stop\.|no\.bare|no\.irony|later\.now|later\.back)/
      : /^(?:stop\.|no\.bare|no\.irony)/;
  return (
    hits.some(({ concept, negated }) => !negated && against.test(concept)) ||
    irony.test(read.plain) ||
    past.test(read.plain) ||
    (top === 'question' && tag.test(read.written)) ||
    (top === 'interested' && time.test(read.plain)) ||
    wary.signs.some((sign) => read.written.includes(sign)) ||
    languages.some((language) => stops.get(language)?.test(read.plain) ?? false)
  );
}
