import type { Hit } from './hits';
import type { SuggestOutcome } from './outcome';
import type { ReadText } from './sentences';

const speaks: Readonly<Record<SuggestOutcome, RegExp>> = {
  opted_out: /^stop\./,
  declined: /^no\./,
  later: /^later\./,
  wrong_person: /^wrong\./,
  question: /^ask\./,
  interested: /^yes\./,
  other: /^note\./,
};

const longest = 240;

/** The words of theirs that an outcome rests on: the sentence with most of its phrases, or that asks; else the first. */
export function wordsFor(
  outcome: SuggestOutcome | null,
  { written, sentences }: ReadText,
  hits: readonly Hit[],
): string | null {
  if (outcome === null) return null;
  const counts = sentences.map(({ asks }, at) => {
    const phrases = hits.filter(
      ({ sentence, concept, negated }) =>
        sentence === at && (speaks[outcome].test(concept) ? !negated : negated && outcome === 'declined'),
    );
    return phrases.length + (outcome === 'question' && asks ? 2 : 0);
  });
  const most = Math.max(0, ...counts);
  const sentence = sentences[most === 0 ? 0 : counts.indexOf(most)];
  return sentence
    ? written.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim().slice(0, longest)
    : null;
}
