import type { Sign } from './lexicon';

/** What is said around a time, in its sentence or in its part of one. */
export interface Stretch {
  /** Somebody asks to write or talk, or is free to. */
  asks: boolean;
  /** There is a no, or somebody is busy or away. */
  refuses: boolean;
  /** It is a question. */
  wonders: boolean;
  /** How many words and numbers it has that say more than "in the". */
  size: number;
}

/** Where a sign stands. */
export interface Place {
  readonly sentence: number;
  readonly clause: number;
  /** No word stands before it in its part of the sentence. */
  readonly first: boolean;
}

/** The sentences of a text, their parts, and where each sign stands. */
export interface Stretches {
  readonly of: readonly Place[];
  sentenceAt(this: void, at: number): Stretch;
  clauseAt(this: void, at: number): Stretch;
}

/** From how many characters on a line is one that a mail program broke. */
const wrapped = 50;

/** Cuts the signs of a text into sentences and their parts: at commas, dashes, ends of short lines and "but". */
export function stretchesOf(text: string, signs: readonly Sign[]): Stretches {
  const sentences: Stretch[] = [empty()];
  const clauses: Stretch[] = [empty()];
  const of: Place[] = [];
  let before: Sign | undefined;
  let line = 0;
  for (const [at, sign] of signs.entries()) {
    const gap = before ? text.slice(before.end, sign.start) : '';
    const breaks = gap.includes('\n');
    const short = breaks && (before?.end ?? 0) - line < wrapped;
    if (breaks) line = sign.start;
    if (/\n\s*\n/.test(gap)) sentences.push(empty());
    if (short || /\n\s*\n|\s[–—‐‑-]+\s|—/.test(gap) || sign.kind === 'but') clauses.push(empty());
    const first = clauses.at(-1)?.size === 0;
    of.push({ sentence: sentences.length - 1, clause: clauses.length - 1, first });
    for (const stretch of [sentences.at(-1), clauses.at(-1)]) if (stretch) count(stretch, sign);
    const ends = sign.kind === 'sign' && !isPoint(signs, at, before) ? sign.value : '';
    if (/^[.!?;…]$/.test(ends)) sentences.push(empty());
    if (/^[.!?;…,:]$/.test(ends)) clauses.push(empty());
    before = sign;
  }
  const sentenceAt = (at: number) => sentences[of[at]?.sentence ?? 0] ?? empty();
  const clauseAt = (at: number) => clauses[of[at]?.clause ?? 0] ?? empty();
  return { of, sentenceAt, clauseAt };
}

const empty = (): Stretch => ({ asks: false, refuses: false, wonders: false, size: 0 });

function count(stretch: Stretch, sign: Sign): void {
  const { kind, value } = sign;
  if (kind === 'sign' && value === '?') stretch.wonders = true;
  if (kind === 'ask') stretch.asks = true;
  if (kind === 'not' || kind === 'busy') stretch.refuses = true;
  if (saysMore(sign)) stretch.size += 1;
}

/** Whether a sign counts among the words of a sentence. */
export function saysMore({ kind }: Sign): boolean {
  return kind !== 'sign' && kind !== 'of' && kind !== 'rel';
}

// The point of "5. März" ends nothing.
function isPoint(signs: readonly Sign[], at: number, before: Sign | undefined): boolean {
  const { value, start } = signs[at] ?? { value: '', start: 0 };
  const numbered = before?.kind === 'digits' && before.end === start;
  return value === '.' && numbered && /^(month|unit|digits|ordinal)$/.test(signs[at + 1]?.kind ?? '');
}
