import { nameKey } from '@/lib/contacts/name-key';
import { soughtWords } from '../words';

/** A piece of a text; `hit` where it is a word that was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface InContext {
  readonly pieces: readonly Piece[];
  /** How many words of it were looked for; 0 where it only shows how the text begins. */
  readonly hits: number;
}

// As much of a text as the index of words knows, and as many of its hits as are weighed.
const longest = 100_000;
const weighed = 500;
const ahead = 70;

/**
 * The part of a text that holds most of the words looked for, about `most` characters, each word marked whole; the
 * beginning of the text where none of them stands in it. Linear in the text.
 */
export function inContext(text: string, search: string, most = 260): InContext {
  const sought = soughtWords(search).map((word) => ({ key: nameKey(word), whole: word.length < 3 }));
  const alone = sought.length === 1;
  const hits: { from: number; to: number; word: number }[] = [];
  for (const { 0: word, index } of text.slice(0, longest).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const key = nameKey(word);
    const met = sought.findIndex((one) => (one.whole && !alone ? key === one.key : key.startsWith(one.key)));
    if (met !== -1) hits.push({ from: index, to: index + word.length, word: met });
    if (hits.length >= weighed) break;
  }
  const first = best(hits, most - ahead);
  const from = first ? backToSpace(text, Math.max(0, first.from - ahead)) : 0;
  const to = onToSpace(text, from + most);
  const shown = hits.filter((hit) => hit.from >= from && hit.to <= to);
  return { pieces: cut(text, from, to, shown), hits: shown.length };
}

// The first hit after which the most different words stand within reach.
function best<T extends { from: number; to: number; word: number }>(hits: readonly T[], reach: number) {
  let found: { hit: T; words: number } | null = null;
  for (const [at, hit] of hits.entries()) {
    const words = new Set<number>();
    for (let next = at; next < hits.length && words.size < 8; next += 1) {
      const one = hits[next];
      if (!one || one.to > hit.from + reach) break;
      words.add(one.word);
    }
    if (!found || words.size > found.words) found = { hit, words: words.size };
  }
  return found?.hit ?? null;
}

function cut(text: string, from: number, to: number, hits: readonly { from: number; to: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const hit of hits) {
    pieces.push(
      { text: text.slice(at, hit.from), hit: false },
      { text: text.slice(hit.from, hit.to), hit: true },
    );
    at = hit.to;
  }
  pieces.push({ text: text.slice(at, to), hit: false });
  const shown = pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') }))
    .filter(({ text: words }) => words !== '');
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(to < text.trimEnd().length ? [{ text: ' …', hit: false }] : []),
  ];
}

// Where a word begins at or before a place, unless the word is endless.
function backToSpace(text: string, at: number): number {
  for (let back = at; back > at - 30 && back > 0; back -= 1) if (/\s/.test(text[back - 1] ?? '')) return back;
  return startOf(text, at);
}

function onToSpace(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let on = at; on < at + 30 && on < text.length; on += 1) if (/\s/.test(text[on] ?? '')) return on;
  return startOf(text, at);
}

// Never between the two halves of one sign.
function startOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
