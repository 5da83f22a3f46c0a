import { partsOf } from './calendar';
import { stretchesOf, type Stretches } from './clauses';
import type { Sign } from './lexicon';
import type { Phrase } from './phrases';
import { isVague, worthOf } from './worth';

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
  const refused = refusedIn(signs, found);
  const named = found.flatMap((one, at) => {
    if (refused.has(at) || ('again' in one && !isNear(stretches, one))) return [];
    return 'again' in one
      ? { phrase: meant(one), place: one.at, again: one.says }
      : { phrase: one, place: one.at, again: null };
  });
  const taken = new Set(
    named
      .filter(({ phrase, place }) => !phrase.any && stretches.clauseAt(place).asks)
      .map(({ place }) => stretches.of[place]?.sentence),
  );
  const scored: Candidate[] = named.flatMap(({ phrase, place, again }) => {
    const around = {
      clause: stretches.clauseAt(place),
      sentence: stretches.sentenceAt(place),
      first: stretches.of[place]?.first ?? false,
      taken: taken.has(stretches.of[place]?.sentence),
      again,
      word: wordAt(text, signs[phrase.next - 1]),
    };
    const score = worthOf(phrase, signs, around);
    return score === null ? [] : { phrase, place, score };
  });
  // Of two that say as much the later one in the text.
  const [first] = [...scored].sort((a, b) => b.score - a.score || b.place - a.place);
  if (!first) return null;
  return settled(closer(first, scored, stretches).phrase, named);
}

const wordAt = (text: string, sign: Sign | undefined) => (sign ? text.slice(sign.start, sign.end) : '');

// "After that" and "then" mean what was named in the same sentence or the one before.
function isNear({ of }: Stretches, { again, at }: Again): boolean {
  return (of[at]?.sentence ?? 0) - (of[again.at]?.sentence ?? 0) <= 1;
}

// "Out until the 24th. Write after that": the day after it; but what begins on the 1st is no end.
function meant({ again, says }: Again): Phrase {
  const { day, last, kind, relation } = again;
  if (says === 'then') return { ...again, relation: 'in' };
  const over =
    /^(after|from|before)$/.test(relation) || /^(in_a_while|month|quarter|half|season|year)$/.test(kind);
  const stays = over || last < day || (kind === 'day' && partsOf(last).date === 1);
  return { ...again, day: stays ? day : Math.max(day, last + 1), relation: 'after' };
}

// "Pasado el verano lo vemos, en marzo": the month says which part of the season.
function closer(first: Candidate, scored: readonly Candidate[], { of }: Stretches): Candidate {
  if (!isVague(first.phrase) || first.phrase.kind === 'weekday') return first;
  return (
    scored.find(
      ({ phrase, place }) =>
        of[place]?.sentence === of[first.place]?.sentence &&
        phrase.at > first.phrase.at &&
        (!isVague(phrase) || phrase.kind === 'weekday'),
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

// "Until 31 August" is until the end of August. 12/1 behind "through 30 November" is 1 December: of two readings the
// one that comes soonest after the other day.
function settled(phrase: Phrase, named: readonly { phrase: Phrase }[]): Phrase {
  const { kind, day, last, otherwise, relation } = phrase;
  if (kind !== 'day') return phrase;
  if (relation === 'until' && day === last && partsOf(day + 1).date === 1) return { ...phrase, day: day + 1 };
  const other = named.findLast((one) => one.phrase.at !== phrase.at && one.phrase.kind !== 'in_a_while');
  if (otherwise === null || !other) return phrase;
  const [one, two] = [Math.min(day, otherwise), Math.max(day, otherwise)];
  const chosen = one >= other.phrase.day ? one : two;
  if (chosen < other.phrase.day || chosen === day) return phrase;
  return { ...phrase, day: chosen, otherwise: day };
}
