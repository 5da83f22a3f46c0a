import type { Sign } from './lexicon';

/** What is said around a time, in its sentence or in its part of one. */
export interface Stretch {
  /** Somebody asks to write or talk, or is free to. */
  asks: boolean;
  /** There is a no, or somebody is busy or away. */
  refuses: boolean;
  /** How many words and signs it has. */
  size: number;
}

/** The sentence and the part of a sentence that each sign stands in. */
export interface Stretches {
  readonly sentences: readonly Stretch[];
  readonly clauses: readonly Stretch[];
  readonly of: readonly { readonly sentence: number; readonly clause: number }[];
}

/** Cuts the signs of a text into sentences and their parts: at commas, dashes and "but". */
export function stretchesOf(text: string, signs: readonly Sign[]): Stretches {
  const sentences: Stretch[] = [empty()];
  const clauses: Stretch[] = [empty()];
  const of: { sentence: number; clause: number }[] = [];
  let before: Sign | undefined;
  for (const [at, sign] of signs.entries()) {
    const gap = before ? text.slice(before.end, sign.start) : '';
    if (/\n\s*\n/.test(gap)) sentences.push(empty());
    if (/[\n–—‐‑-]/.test(gap) || sign.kind === 'but') clauses.push(empty());
    of.push({ sentence: sentences.length - 1, clause: clauses.length - 1 });
    for (const stretch of [sentences.at(-1), clauses.at(-1)]) if (stretch) count(stretch, sign);
    const ends = sign.kind === 'sign' && !isPoint(signs, at, before) ? sign.value : '';
    if (/^[.!?;…]$/.test(ends)) sentences.push(empty());
    if (/^[.!?;…,:()]$/.test(ends)) clauses.push(empty());
    before = sign;
  }
  return { sentences, clauses, of };
}

const empty = (): Stretch => ({ asks: false, refuses: false, size: 0 });

function count(stretch: Stretch, { kind }: Sign): void {
  if (kind === 'ask') stretch.asks = true;
  if (kind === 'not' || kind === 'busy') stretch.refuses = true;
  if (kind !== 'sign' && kind !== 'of' && kind !== 'rel') stretch.size += 1;
}

// The point of "5. März" ends nothing.
function isPoint(signs: readonly Sign[], at: number, before: Sign | undefined): boolean {
  const { value, start } = signs[at] ?? { value: '', start: 0 };
  const numbered = before?.kind === 'digits' && before.end === start;
  return value === '.' && numbered && /^(month|unit|digits|ordinal)$/.test(signs[at + 1]?.kind ?? '');
}
