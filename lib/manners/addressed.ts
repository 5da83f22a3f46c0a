import { wordsOf, type Word } from './folded';
import { generic, greets, joins } from './greeting-words';
import type { Letter } from './letter-parts';
import { titles } from './names';

/** Whom a letter greets, in its own words. */
export interface Addressed {
  /** The words behind "Dear" and before the comma, or before the letter goes on; none where it only says "Hello". */
  readonly words: readonly Word[];
  /** From the first word of the greeting to the last of those. */
  readonly start: number;
  readonly end: number;
  /** Something that is neither a name nor a word for people follows at once: "Hello from Madrid". */
  readonly goesOn: boolean;
}

/** Reads the greeting word by word, up to a sign that ends it. */
export function addressedIn({ prose, afterGreeting }: Letter): Addressed {
  const all = wordsOf(prose, 0, Math.min(afterGreeting, 160));
  const start = all[0]?.start ?? 0;
  const words: Word[] = [];
  let [end, greeted, paused] = [start, start, false];
  for (const [at, word] of all.entries()) {
    const greeting = words.length === 0 && greets.has(word.key);
    const next = all[at + 1];
    if (!greeting && !isAddress(prose, word)) {
      // "Hi, Thanks for the talk": a capital letter behind a comma is no name yet.
      if (paused) return { words: [], start, end: greeted, goesOn: false };
      // One small word at the end may be a name in a hurry: "hi ana".
      const alone = words.length === 0 && ends(prose.slice(word.end, next?.start ?? afterGreeting));
      return {
        words: alone ? [word] : words,
        start,
        end: alone ? word.end : end,
        goesOn: words.length === 0 && !alone,
      };
    }
    if (!greeting) words.push(word);
    end = word.end;
    if (greeting) greeted = end;
    const after = prose.slice(word.end, next?.start ?? afterGreeting);
    const pause =
      greeting &&
      next !== undefined &&
      /^,[ \t]*$/.test(after) &&
      isUpper(prose, next) &&
      next.key !== 'i' &&
      next.key !== 'im';
    paused ||= pause;
    const short = titles.has(word.key) || (word.key.length < 2 && isUpper(prose, word));
    if (
      !pause &&
      (ends(after) || (/\./.test(after) && !short)) &&
      !/^\/\p{L}/u.test(prose.slice(word.end, word.end + 2))
    )
      break;
  }
  return { words, start, end, goesOn: false };
}

const ends = (after: string) => /[^\s\p{L}\p{M}\p{N}.'’/&()-]|\n|\s[-(]\s?/u.test(after);

/** Whether a word begins with a capital letter, as names do. */
export function isUpper(prose: string, { start }: Word): boolean {
  return /^\p{Lu}/u.test(prose.slice(start, start + 2));
}

function isAddress(prose: string, word: Word): boolean {
  const { key } = word;
  return (
    isUpper(prose, word) ||
    [generic, joins, titles, particles].some((set) => set.has(key)) ||
    /^[^\p{Script=Latin}]/u.test(key)
  );
}

const particles = new Set('de del da dos van von der den di la le el al bin ter du'.split(' '));
