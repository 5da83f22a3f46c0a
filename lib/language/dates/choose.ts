import type { Day } from './calendar';
import { stretchesOf, type Stretch, type Stretches } from './clauses';
import type { Sign } from './lexicon';
import type { Phrase } from './phrases';

/** Words that name no time but mean the one named before: "after that", "then". */
export interface Again {
  readonly again: Phrase;
  readonly says: 'after' | 'then';
  readonly at: number;
}

/** A time that may be the one to write, and the place from which it is asked for. */
interface Candidate {
  readonly phrase: Phrase;
  readonly place: number;
  readonly score: number;
}

/** Of the times named in a text the one until which somebody who writes "not now" wants to be left in peace. */
export function wanted(
  text: string,
  signs: readonly Sign[],
  found: readonly (Phrase | Again)[],
): Phrase | null {
  const stretches = stretchesOf(text, signs);
  const named = found.map((one) => ('again' in one ? { phrase: meant(one), place: one.at } : own(one)));
  const taken = new Set(
    named
      .filter(({ place }) => clauseOf(stretches, place).asks)
      .map(({ place }) => stretches.of[place]?.sentence),
  );
  const refused = refusedIn(signs, found);
  const scored: Candidate[] = named.flatMap(({ phrase, place }, at) => {
    if (refused.has(at)) return [];
    const clause = clauseOf(stretches, place);
    const sentence = stretches.of[place]?.sentence ?? 0;
    const asked = stretches.sentences[sentence]?.asks ?? false;
    const asks = clause.asks ? 3 : asked && !taken.has(sentence) ? 2 : 0;
    const again = phrase.at !== place;
    if (!isNamed(phrase, signs, { clause, asked, asks, again })) return [];
    if (phrase.relation === 'before' && !again && !stretches.sentences[sentence]?.refuses) return [];
    return { phrase, place, score: worth(phrase, { clause, asked, asks, again }) };
  });
  // Of two that say as much the later one in the text.
  const [first] = [...scored].sort((a, b) => b.score - a.score || b.place - a.place);
  if (!first) return null;
  return soonestAfter(closer(first, scored, stretches).phrase, named);
}

const own = (phrase: Phrase) => ({ phrase, place: phrase.at });
const clauseOf = ({ of, clauses }: Stretches, place: number): Stretch =>
  clauses[of[place]?.clause ?? 0] ?? { asks: false, refuses: false, size: 0 };

// "Out until the 24th. Write after that": the day after it; after a month that one is away for, the next.
function meant({ again, says }: Again): Phrase {
  const { day, last, kind, relation } = again;
  const over = /^(after|from|before)$/.test(relation) || kind === 'in_a_while' || says === 'then';
  const stays = over || (relation === 'until' && /^(month|quarter|half|season|year)$/.test(kind));
  return { ...again, day: stays ? day : Math.max(day, last + 1), relation: says === 'then' ? 'in' : 'after' };
}

interface Around {
  readonly clause: Stretch;
  /** Somebody asks to write or talk in its sentence; and how much that says of this time. */
  readonly asked: boolean;
  readonly asks: number;
  readonly again: boolean;
}

const weight = { none: 0, for: 0, by: 0, in: 1, until: 1, within: 2, from: 2, after: 2, before: 2 } as const;

function worth(phrase: Phrase, { clause, asks, again }: Around): number {
  const { relation, begun, passed, kind } = phrase;
  const loose = /^(none|for|in|by)$/.test(relation) && !again;
  const busy = loose && clause.refuses ? -3 : 0;
  // "You write to me in February" in February is no other February.
  const gone = loose && kind === 'month' && passed !== null && passed < 31 ? -4 : 0;
  return weight[relation] + asks + (isVague(phrase) ? 0 : 1) + busy + gone + (loose && begun ? -3 : 0);
}

// "For three years", "Friday", "2026" by themselves promise nothing.
function isNamed(phrase: Phrase, signs: readonly Sign[], { clause, asked, asks, again }: Around): boolean {
  const { weak, kind, relation, begun, passed } = phrase;
  const short = clause.size <= phrase.next - phrase.at + 2;
  if (again) return true;
  if (weak && !(short && kind === 'weekday')) return false;
  const bare = relation === 'none' || relation === 'for';
  const loose = bare || relation === 'in';
  if (loose && !asked && (begun || (passed !== null && passed < 150 && kind === 'month'))) return false;
  if (kind === 'weekday') return !loose || asks === 3 || short;
  if (kind === 'in_a_while') return !bare || (short && relation === 'none');
  return true;
}

function isVague({ kind }: Phrase): boolean {
  return kind === 'season' || kind === 'feast' || kind === 'year' || kind === 'weekday';
}

// "Pasado el verano lo vemos, en marzo": the month says which part of the season.
function closer(first: Candidate, scored: readonly Candidate[], { of }: Stretches): Candidate {
  if (!isVague(first.phrase)) return first;
  return (
    scored.find(
      ({ phrase, place }) =>
        of[place]?.sentence === of[first.place]?.sentence && phrase.at > first.phrase.at && !isVague(phrase),
    ) ?? first
  );
}

/** The times that are refused: "not in August", "not a Q3 or Q4 thing". */
function refusedIn(signs: readonly Sign[], found: readonly (Phrase | Again)[]): Set<number> {
  const refused = new Set<number>();
  let end = -9;
  for (const [at, one] of found.entries()) {
    if ('again' in one) continue;
    const loose = /^(none|for|in|by)$/.test(one.relation);
    if (loose && (isRefused(signs, one.at) || (refused.has(at - 1) && isJoined(signs, end, one.at))))
      refused.add(at);
    end = one.next;
  }
  return refused;
}

function isRefused(signs: readonly Sign[], at: number): boolean {
  const [before, further] = [signs[at - 1], signs[at - 2]];
  return before?.kind === 'not' || (before?.value === '1' && further?.kind === 'not');
}

function isJoined(signs: readonly Sign[], from: number, to: number): boolean {
  return to - from <= 1 && signs.slice(from, to).every(({ kind }) => /^(or|and|not)$/.test(kind));
}

// 12/1 behind "through 30 November" is 1 December: of two readings the one that comes soonest after the other day.
function soonestAfter(phrase: Phrase, named: readonly { phrase: Phrase }[]): Phrase {
  const { kind, day, otherwise } = phrase;
  if (kind !== 'day' || otherwise === null) return phrase;
  const other = named.findLast((one) => one.phrase.at !== phrase.at && one.phrase.kind !== 'in_a_while');
  if (!other) return phrase;
  const [one, two] = day < otherwise ? [day, otherwise] : [otherwise, day];
  const chosen: Day = one >= other.phrase.day ? one : two;
  return chosen < other.phrase.day ? phrase : { ...phrase, day: chosen };
}
