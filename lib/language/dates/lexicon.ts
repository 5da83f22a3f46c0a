import de from './words/de.json';
import en from './words/en.json';
import es from './words/es.json';
import fr from './words/fr.json';
import it from './words/it.json';
import pt from './words/pt.json';
import { tokensOf, type Token } from './tokens';

/** The languages in which days are read. */
export const dateLanguages = ['en', 'es', 'pt', 'fr', 'de', 'it'] as const;

export type DateLanguage = (typeof dateLanguages)[number];

/** What some words of a text mean for a date: `month` and `3`, `rel` and `after`; `other` for all the rest. */
export interface Sign {
  readonly kind: string;
  readonly value: string;
  /** The word means this only in company: "may", "mar". */
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly words: readonly string[];
  readonly kind: string;
  readonly value: string;
  readonly weak: boolean;
}

interface Lexicon {
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  /** The beginnings of words that ask to write or to talk. */
  readonly asking: { readonly whole: ReadonlySet<string>; readonly stems: ReadonlySet<string> };
  readonly common: ReadonlySet<string>;
}

const files: Record<DateLanguage, Record<string, string>> = { en, es, pt, fr, de, it };
const compiled = new Map<DateLanguage, Lexicon>();

function lexicon(language: DateLanguage): Lexicon {
  const known = compiled.get(language) ?? compile(files[language]);
  compiled.set(language, known);
  return known;
}

function compile({ common = '', ask = '', ...rest }: Record<string, string>): Lexicon {
  const phrases = new Map<string, Entry[]>();
  for (const [name, list] of Object.entries(rest)) {
    const [kind = '', value = ''] = name.split(':');
    for (const phrase of list.split('|')) {
      const words = phrase.replace('~', '').split(' ');
      const [first = ''] = words;
      const entry = { words, kind, value, weak: phrase.endsWith('~') };
      phrases.set(first, [...(phrases.get(first) ?? []), entry]);
    }
  }
  for (const entries of phrases.values()) entries.sort((a, b) => b.words.length - a.words.length);
  const asked = ask.split('|');
  return {
    phrases,
    asking: {
      whole: new Set(asked.filter((word) => !word.endsWith('*'))),
      stems: new Set(asked.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))),
    },
    common: new Set(common.split('|')),
  };
}

/** The signs of a text in one language, in their order. */
export function signsOf(tokens: readonly Token[], language: DateLanguage): Sign[] {
  const { phrases, asking } = lexicon(language);
  const signs: Sign[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    const entry = phrases
      .get(token.text)
      ?.find(({ words }) => words.every((word, by) => tokens[at + by]?.text === word));
    const { length } = entry?.words ?? [token];
    const place = { start: token.start, end: tokens[at + length - 1]?.end ?? token.end };
    if (entry) signs.push({ kind: entry.kind, value: entry.value, weak: entry.weak, ...place });
    else if (token.kind === 'number')
      signs.push({ kind: 'digits', value: token.text, weak: false, ...place });
    else if (token.kind === 'sign') signs.push({ kind: 'sign', value: token.text, weak: false, ...place });
    else
      signs.push({
        kind: asks(token.text, asking) ? 'ask' : 'other',
        value: token.text,
        weak: false,
        ...place,
      });
    at += length;
  }
  return signs;
}

function asks(word: string, { whole, stems }: Lexicon['asking']): boolean {
  if (whole.has(word)) return true;
  for (let length = 3; length <= Math.min(word.length, 10); length += 1)
    if (stems.has(word.slice(0, length))) return true;
  return false;
}

/** The languages, those that a text seems to be written in first; the order given decides a tie. */
export function likelyLanguages(text: string, order: readonly DateLanguage[]): DateLanguage[] {
  const words = tokensOf(text.slice(0, 4_000)).filter(({ kind }) => kind === 'word');
  const score = (language: DateLanguage) => {
    const { common } = lexicon(language);
    return words.filter(({ text: word }) => common.has(word)).length;
  };
  const scored = order.map((language, at) => ({ language, at, score: score(language) }));
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ language }) => language);
}
