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

// "But", "all the best with it": they go with an outcome, and say none.
const goesAlong = /\.weak$/;

const longest = 240;

/** How likely these words, read by themselves, come to that outcome: 0 to 1. */
export type ChanceAlone = (alone: ReadText, hits: readonly Hit[]) => number;

/**
 * The words of theirs that an outcome rests on: of the sentences with a phrase of its own, or that ask, the one which
 * says it most clearly when it is read alone; where none has any, of all. How often something is said does not count: a
 * long letter says it once.
 */
export function wordsFor(
  outcome: SuggestOutcome | null,
  read: ReadText,
  hits: readonly Hit[],
  chanceOf: ChanceAlone,
): string | null {
  if (outcome === null) return null;
  const { written, sentences } = read;
  const own = new Set(hits.filter((hit) => carries(outcome, hit)).map(({ sentence }) => sentence));
  const saying = sentences.flatMap(({ asks }, at) =>
    own.has(at) || (outcome === 'question' && asks) ? [at] : [],
  );
  const told = outcome === 'interested' ? saying.filter((at) => !sentences[at]?.asks) : [];
  const among = [told, saying, [...sentences.keys()]].find((some) => some.length > 0) ?? [];
  const sentence = sentences[among.length > 1 ? clearest(among, read, hits, chanceOf) : (among[0] ?? 0)];
  return sentence
    ? written.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim().slice(0, longest)
    : null;
}

function clearest(
  among: readonly number[],
  read: ReadText,
  hits: readonly Hit[],
  chanceOf: ChanceAlone,
): number {
  const within = new Map<number, Hit[]>();
  for (const hit of hits) {
    const before = within.get(hit.sentence);
    if (before) before.push({ ...hit, sentence: 0 });
    else within.set(hit.sentence, [{ ...hit, sentence: 0 }]);
  }
  const chances = among.map((at) => chanceOf(alone(read, at), within.get(at) ?? []));
  return among[chances.indexOf(Math.max(...chances))] ?? 0;
}

function carries(outcome: SuggestOutcome, { concept, negated }: Hit): boolean {
  if (goesAlong.test(concept)) return false;
  return speaks[outcome].test(concept) ? !negated : negated && outcome === 'declined';
}

function alone({ written, plain, sentences }: ReadText, at: number): ReadText {
  const { start = 0, end = 0, asks = false } = sentences[at] ?? {};
  return {
    written: written.slice(start, end),
    plain: plain.slice(start, end),
    sentences: [{ start: 0, end: end - start, asks }],
  };
}
