import { saysAfter } from './anchored';
import { dayOfIso, isoOfDay, type Day } from './calendar';
import { wanted, type Again } from './choose';
import { dateLanguages, likelyLanguages, signsOf, type DateLanguage, type Sign } from './lexicon';
import { isNoDate } from './numeric';
import type { DateKind } from './periods';
import { phraseAt, type Over, type Phrase } from './phrases';
import { signAt, type Reader } from './reader';
import { tokensOf } from './tokens';

/** A day that was read in words. Never today nor before: nobody rests until a day that is over. */
export interface DayRead {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The words it rests on, as they stand there, and where: offsets in the text. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** `exact`: the words leave no choice. `reading`: a month, a season, "a few": its day is our reading. */
  readonly sure: 'exact' | 'reading';
  readonly kind: DateKind;
  /** What else the words could mean (3/5 in English, "next Friday"), `YYYY-MM-DD`. */
  readonly otherwise: string | null;
}

/** On which day something is read (`YYYY-MM-DD`, in the reader's zone), and in which languages first. */
export interface ReadingDay {
  readonly today: string;
  readonly languages?: readonly DateLanguage[];
}

const mostTyped = 300;

/** The day that somebody means who types "mitte Q2" or "en marzo"; null where no day is named. */
export function readDay(typed: string, { today, languages = [] }: ReadingDay): DayRead | null {
  const text = typed.slice(0, mostTyped);
  if (isNoDate(text)) return null;
  const tokens = tokensOf(text);
  let best: { signs: Sign[]; phrase: Phrase | Over; long: number } | null = null;
  for (const language of inOrder(languages)) {
    const signs = signsOf(tokens, language);
    for (const phrase of phrasesIn(signs, dayOfIso(today), language)) {
      if ('again' in phrase) continue;
      const long = (signs[phrase.next - 1]?.end ?? 0) - (signs[phrase.at]?.start ?? 0);
      if (!best || long > best.long) best = { signs, phrase, long };
    }
  }
  return best && !('past' in best.phrase)
    ? told(text, best.signs, inTimeFor(best.phrase, dayOfIso(today)))
    : null;
}

// Whoever says "before Christmas" wants to be written to by then: two weeks ahead, or half of the time that is left.
function inTimeFor(phrase: Phrase, today: Day): Phrase {
  if (phrase.relation !== 'before') return phrase;
  return { ...phrase, day: phrase.day - Math.min(14, Math.floor((phrase.day - today) / 2)), exact: false };
}

/**
 * The day until which somebody who writes "not now" wants to be left in peace, out of their whole text: of several
 * the one in the words that ask to write or to talk then. Languages that are `known` are read in, and no others. A
 * suggestion; only a person hears.
 */
export function dayInReply(
  text: string,
  { today, languages = [], known = false }: ReadingDay & { readonly known?: boolean },
): DayRead | null {
  const tokens = tokensOf(text);
  const likely = known ? languages : likelyLanguages(text, inOrder(languages)).slice(0, 2);
  for (const language of likely) {
    const signs = signsOf(tokens, language);
    const ahead = phrasesIn(signs, dayOfIso(today), language).flatMap((one) => ('past' in one ? [] : one));
    const found = wanted(text, signs, ahead);
    if (found) return told(text, signs, found);
  }
  return null;
}

function inOrder(first: readonly DateLanguage[]): DateLanguage[] {
  return [...new Set([...first, ...dateLanguages])];
}

function phrasesIn(signs: readonly Sign[], today: Day, language: DateLanguage): (Phrase | Over | Again)[] {
  const found: (Phrase | Over | Again)[] = [];
  let last: Phrase | null = null;
  for (let at = 0; at < signs.length;) {
    const reader: Reader = { signs, today, language, before: last?.named ?? null };
    const phrase = phraseAt(reader, at);
    const again = phrase ? null : againAt(reader, at);
    if (phrase) found.push(phrase);
    if (phrase) last = 'past' in phrase ? null : isLoose(phrase) ? last : phrase;
    // "If so then November" is no "then".
    if (again && last && !(again === 'then' && phraseAt(reader, at + 1)))
      found.push({ again: last, says: again, at });
    at = phrase ? Math.max(phrase.next, at + 1) : at + 1;
  }
  return found;
}

// "January, as you know", in January; "may" the verb; "holidays" by themselves: nothing is counted from these.
function isLoose({ weak, any, relation, kind, passed, begun }: Phrase): boolean {
  const bare = /^(none|for|in|by)$/.test(relation);
  const now = begun || (kind === 'month' && passed !== null && passed < 31);
  return weak || any || (bare && (now || kind === 'feast' || kind === 'season'));
}

function againAt(reader: Reader, at: number): Again['says'] | null {
  if (signAt(reader, at, 'that', 'then')) return 'then';
  if (saysAfter(reader, at) === null) return null;
  // "That day or after it."
  return signAt(reader, at - 1, 'or') ? 'then' : 'after';
}

function told(
  text: string,
  signs: readonly Sign[],
  { at, next, day, exact, otherwise, kind }: Phrase,
): DayRead {
  const start = signs[at]?.start ?? 0;
  const end = signs[next - 1]?.end ?? start;
  return {
    ...{ day: isoOfDay(day), words: text.slice(start, end), start, end, kind },
    sure: exact && otherwise === null ? 'exact' : 'reading',
    otherwise: otherwise === null ? null : isoOfDay(otherwise),
  };
}
