import { monthOf } from './calendar-words';
import type { ToldDay } from './told';
import type { Token } from './tokens';

interface Read {
  readonly day: ToldDay;
  /** The token after it. */
  readonly next: number;
}

const ordinal = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o', 'ro', 'do', 'to']);
const of = new Set(['de', 'of', 'del', 'di']);

/** The day at a token: "2026-03-12", "12/03/26", "12.03.", "3 de marzo de 2026", "3. März", "Mar 3, 2026", "March 3rd". */
export function readDay(tokens: readonly Token[], at: number): Read | null {
  return inNumbers(tokens, at) ?? dayThenMonth(tokens, at) ?? monthThenDay(tokens, at);
}

function inNumbers(tokens: readonly Token[], at: number): Read | null {
  const [first, sign, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first || !sign || !second || Number.isNaN(first.number) || Number.isNaN(second.number)) return null;
  if (!/^[/.\-]$/.test(sign.text) || first.end !== sign.start) return null;
  const third = tokens[at + 3]?.text === sign.text ? tokens[at + 4] : undefined;
  if (first.text.length === 4) {
    if (!third || !sensible(third.number, second.number) || !isYear(first)) return null;
    return {
      day: { is: 'whole', year: first.number, month: second.number, day: third.number },
      next: at + 5,
    };
  }
  const able = sensible(first.number, second.number) || sensible(second.number, first.number);
  if (first.text.length > 2 || second.text.length > 2 || !able) return null;
  const told = { is: 'numbers', first: first.number, second: second.number, sign: sign.text } as const;
  if (third && isYear(third)) return { day: { ...told, year: yearOf(third) }, next: at + 5 };
  // Without a year only "3/5" and "12.03." are days: "3-5" and "2.4" are other things.
  const pointed = sign.text === '.' && tokens[at + 3]?.text === '.';
  if (sign.text === '/' || pointed) return { day: { ...told, year: null }, next: at + (pointed ? 4 : 3) };
  return null;
}

function dayThenMonth(tokens: readonly Token[], at: number): Read | null {
  const day = tokens[at];
  if (!day || !(day.number >= 1 && day.number <= 31)) return null;
  let next = at + 1;
  if (ordinal.has(tokens[next]?.word ?? '') || /^[.ºª°\-/]$/.test(tokens[next]?.text ?? '')) next += 1;
  if (of.has(tokens[next]?.word ?? '')) next += 1;
  const month = monthOf.get(tokens[next]?.word ?? '');
  if (month === undefined || !sensible(day.number, month)) return null;
  return withYear(tokens, next + 1, month, day.number);
}

function monthThenDay(tokens: readonly Token[], at: number): Read | null {
  const month = monthOf.get(tokens[at]?.word ?? '');
  if (month === undefined) return null;
  let next = at + 1;
  if (tokens[next]?.text === '.') next += 1;
  const day = tokens[next];
  if (!day || !sensible(day.number, month) || day.text.length > 2) return null;
  // "mar, 3 de marzo": the Tuesday of Spanish, not March. "Mar 10:32" is no day either.
  if (tokens[next + 1]?.text === ':' || dayThenMonth(tokens, next)) return null;
  next += 1;
  if (ordinal.has(tokens[next]?.word ?? '')) next += 1;
  return withYear(tokens, next, month, day.number);
}

function withYear(tokens: readonly Token[], after: number, month: number, day: number): Read {
  let next = after;
  while (/^[.,\-/]$/.test(tokens[next]?.text ?? '') || of.has(tokens[next]?.word ?? '')) next += 1;
  const year = tokens[next];
  const isOne = year && /^(19|20)\d\d$/.test(year.text) && tokens[next + 1]?.text !== ':';
  if (isOne) return { day: { is: 'whole', year: year.number, month, day }, next: next + 1 };
  return { day: { is: 'no_year', month, day }, next: after };
}

const sensible = (day: number, month: number) =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31);
const isYear = ({ text }: Token) => /^((19|20)\d\d|\d\d)$/.test(text);
const yearOf = ({ text, number }: Token) =>
  text.length === 4 ? number : number < 70 ? 2000 + number : 1900 + number;
