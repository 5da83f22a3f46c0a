import { saysMore, type Stretch } from './clauses';
import type { Sign } from './lexicon';
import type { Phrase } from './phrases';

/** What stands around a time. */
export interface Around {
  readonly clause: Stretch;
  readonly sentence: Stretch;
  /** It opens its part of the sentence. */
  readonly first: boolean;
  /** Another part of the sentence both asks and names a time. */
  readonly taken: boolean;
  /** It is meant by "then" or "after that". */
  readonly again: 'then' | 'after' | null;
  /** Its last word as it is written. */
  readonly word: string;
}

const weight = { none: 0, for: 0, by: 0, in: 1, until: 1, within: 4, from: 2, after: 2, before: 2 } as const;

const lasting = { month: 31, quarter: 92 } as const;

/** How much speaks for a time as the one to write again; null where it promises nothing. */
export function worthOf(phrase: Phrase, signs: readonly Sign[], around: Around): number | null {
  const { relation, begun, passed, kind } = phrase;
  const { clause, sentence, taken, again } = around;
  if (!again && !isNamed(phrase, signs, around)) return null;
  if (again === 'then' && !sentence.asks) return null;
  if (relation === 'before' && again === null && !sentence.refuses) return null;
  const asks = clause.asks ? 3 : sentence.asks && !taken ? 2 : sentence.wonders ? 1 : 0;
  const loose = isLoose(phrase) && again === null;
  // "You write to me in February" in February is no other February.
  const now = kind === 'month' || kind === 'quarter' ? lasting[kind] : 0;
  const gone = passed !== null && passed < now ? 4 : 0;
  const against = loose ? (clause.refuses ? 3 : 0) + (begun ? 3 : 0) + gone : 0;
  const aim = relation === 'for' && kind !== 'in_a_while' ? 1 : 0;
  return weight[relation] + aim + asks + (isVague(phrase) ? 0 : 1) - against;
}

/** A time that leaves much room. */
export function isVague({ kind }: Phrase): boolean {
  return kind === 'season' || kind === 'feast' || kind === 'year' || kind === 'weekday';
}

// Nothing says that somebody is away until then, or writes before, or after.
function isLoose({ relation }: Phrase): boolean {
  return /^(none|for|in|by)$/.test(relation);
}

// "For three years", "Friday", "2026", "tomorrow" by themselves promise nothing.
function isNamed(phrase: Phrase, signs: readonly Sign[], around: Around): boolean {
  const { kind, relation, weak, any } = phrase;
  const { clause, sentence, first } = around;
  const others = clause.size - signs.slice(phrase.at, phrase.next).filter(saysMore).length;
  if (any || (weak && !(kind === 'weekday' ? others <= 1 : isMonth(around, others)))) return false;
  const loose = isLoose(phrase);
  const bare = relation === 'none' || relation === 'for';
  if (kind === 'in_a_while') return bare ? first && isWait(phrase, signs, others) : isMeant(phrase, around);
  if (relation === 'by') return clause.asks && kind !== 'weekday';
  if (kind === 'weekday' || kind === 'weekend' || phrase.tomorrow)
    return (relation === 'from' ? sentence.asks : !loose) || clause.asks || (first && others <= 1);
  if (loose && phrase.begun) return clause.asks;
  const recent = phrase.passed !== null && phrase.passed < 150;
  if (recent && isSince(phrase, signs)) return false;
  // "The director left in January", in March.
  if (recent && loose && (kind === 'month' || kind === 'quarter'))
    return (phrase.passed ?? 0) < lasting[kind] ? clause.asks : sentence.asks;
  if (recent && loose && kind === 'day' && !sentence.asks) return false;
  return !bare || !(kind === 'feast' || kind === 'season') || sentence.asks || others === 0;
}

// "March?", "so May": months whose names are words too, by themselves or with the capital letter of a month.
function isMonth({ word, first }: Around, others: number): boolean {
  if (!/^(march|may)$/i.test(word)) return false;
  return others === 0 || (/^[A-Z]/.test(word) && (word.length > 3 || !first));
}

// "Desde abril" is from April on, or since April.
function isSince({ at, next }: Phrase, signs: readonly Sign[]): boolean {
  return signs.slice(at, next).some(({ value }) => value === 'from_since');
}

// "Two weeks and I'm yours", "six weeks, please".
function isWait({ next, relation, far }: Phrase, signs: readonly Sign[], others: number): boolean {
  return relation === 'none' && !far && (others <= 1 || signs[next]?.kind === 'and');
}

// "The only one in nine years" is nothing to come.
function isMeant({ relation, far }: Phrase, { clause }: Around): boolean {
  return relation !== 'from' && (clause.asks || !far);
}
