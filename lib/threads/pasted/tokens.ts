import { foldedWord } from './calendar-words';

/** A number, a word or a sign of a text. */
export interface Token {
  readonly text: string;
  /** The word, folded; empty for numbers and signs. */
  readonly word: string;
  /** The number; NaN for words and signs. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a short text. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\d+|\p{L}[\p{L}\p{M}'’]*|\S/gu)].map((found) => {
    const [token] = found;
    const isWord = /^\p{L}/u.test(token);
    return {
      text: token,
      word: isWord ? foldedWord(token) : '',
      number: /^\d{1,6}$/.test(token) ? Number(token) : NaN,
      start: found.index,
      end: found.index + token.length,
    };
  });
}
