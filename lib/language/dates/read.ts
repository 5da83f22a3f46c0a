import { dayOfIso, isoOfDay, type Day } from './calendar';
import { dateLanguages, likelyLanguages, signsOf, type DateLanguage, type Sign } from './lexicon';
import type { DateKind } from './periods';
import { phraseAt, type Over, type Phrase } from './phrases';
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
  const tokens = tokensOf(text);
  let best: { signs: Sign[]; phrase: Phrase | Over; long: number } | null = null;
  for (const language of inOrder(languages)) {
    const signs = signsOf(tokens, language);
    for (const phrase of phrasesIn(signs, dayOfIso(today), language)) {
      const long = (signs[phrase.next - 1]?.end ?? 0) - (signs[phrase.at]?.start ?? 0);
      if (!best || long > best.long) best = { signs, phrase, long };
    }
  }
  return best && !('past' in best.phrase) ? told(text, best.signs, best.phrase) : null;
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

function phrasesIn(signs: readonly Sign[], today: Day, language: DateLanguage): (Phrase | Over)[] {
  const found: (Phrase | Over)[] = [];
  for (let at = 0; at < signs.length;) {
    const phrase = phraseAt({ signs, today, language }, at);
    if (phrase) found.push(phrase);
    at = phrase ? Math.max(phrase.next, at + 1) : at + 1;
  }
  return found;
}

function wanted(text: string, signs: readonly Sign[], phrases: readonly Phrase[]): Phrase | null {
  const sentences = sentencesOf(text, signs);
  const scored = phrases.flatMap((phrase) => {
    const sentence = sentences.of[phrase.at] ?? 0;
    const asks = sentences.asking.has(sentence);
    if (!isNamed(phrase) || (phrase.relation === 'before' && !sentences.refusing.has(sentence))) return [];
    return [
      { phrase, sentence, score: weight[phrase.relation] + (asks ? 2 : 0) + (isVague(phrase) ? 0 : 1) },
    ];
  });
  const [first] = [...scored].sort((a, b) => b.score - a.score);
  if (!first) return null;
  // "Pasado el verano lo vemos, en marzo": the month says which part of the season.
  const closer = isVague(first.phrase)
    ? scored.find(
        ({ phrase, sentence }) =>
          sentence === first.sentence && phrase.at > first.phrase.at && !isVague(phrase),
      )
    : undefined;
  return (closer ?? first).phrase;
}

const weight = { none: 0, for: 0, by: 0, in: 1, until: 1, within: 2, from: 2, after: 2, before: 2 } as const;

// "For three years", "Friday", "2026" by themselves promise nothing.
function isNamed({ weak, kind, relation }: Phrase): boolean {
  if (weak) return false;
  const bare = relation === 'none' || relation === 'for';
  return !(bare && (kind === 'in_a_while' || kind === 'weekday'));
}

function isVague({ kind }: Phrase): boolean {
  return kind === 'season' || kind === 'feast' || kind === 'year' || kind === 'weekday';
}

/** The sentence that each sign stands in; in which somebody asks to write or talk; and in which there is a no. */
function sentencesOf(text: string, signs: readonly Sign[]) {
  const of: number[] = [];
  const asking = new Set<number>();
  const refusing = new Set<number>();
  let sentence = 0;
  let before: Sign | undefined;
  for (const [at, sign] of signs.entries()) {
    if (before && /\n\s*\n/.test(text.slice(before.end, sign.start))) sentence += 1;
    of.push(sentence);
    if (sign.kind === 'ask') asking.add(sentence);
    if (sign.kind === 'not') refusing.add(sentence);
    const numbered =
      before?.kind === 'digits' &&
      before.end === sign.start &&
      /^(month|unit|digits|ordinal)$/.test(signs[at + 1]?.kind ?? '');
    if (sign.kind === 'sign' && /^[.!?;]$/.test(sign.value) && !(sign.value === '.' && numbered))
      sentence += 1;
    before = sign;
  }
  return { of, asking, refusing };
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
