import { daysAgoOf, joining, weekdayOf } from './calendar-words';
import { readClock } from './told-clock';
import { readDay } from './told-day';
import type { ToldDay, ToldMoment } from './told';
import { tokensOf, type Token } from './tokens';

// A moment is short; what is longer is prose.
const most = 70;
const inBrackets =
  /\s*\((?:(?:about |hace |il y a |vor |há )?[^()]{1,24}(?:ago|fa|atrás)?|edited|editado)\)\s*$/i;

/** The moment that a text begins with; null when it begins with none. */
export function momentAtStart(text: string): ToldMoment | null {
  const tokens = tokensOf(text.slice(0, most));
  let day: ToldDay | null = null;
  let weekday: number | null = null;
  let hour: string | null = null;
  let offset: number | null = null;
  let length = 0;
  for (let at = 0; at < tokens.length;) {
    const clock: ReturnType<typeof readClock> = hour === null ? readClock(tokens, at, day !== null) : null;
    const told: ReturnType<typeof readDay> = clock || day !== null ? null : readDay(tokens, at);
    const token = tokens[at];
    if (!token) break;
    if (clock) {
      ({ hour, offset } = clock);
      at = clock.next;
    } else if (told) {
      day = told.day;
      at = told.next;
    } else if (day === null && daysAgoOf.has(token.word)) {
      day = { is: 'ago', days: daysAgoOf.get(token.word) ?? 0 };
      at += 1;
    } else if (day === null && weekday === null && weekdayOf.has(token.word)) {
      weekday = weekdayOf.get(token.word) ?? 0;
      at += 1;
    } else if (at > 0 ? joins(token) : joining.has(token.word)) {
      at += 1;
      continue;
    } else break;
    length = tokens[at - 1]?.end ?? length;
    // The point of "Mo." belongs to it.
    if (tokens[at]?.text === '.') length = tokens[at]?.end ?? length;
  }
  if (day === null && weekday !== null) day = { is: 'weekday', weekday };
  return day === null && hour === null ? null : { day, hour, offset, length };
}

/** The moment that a text is, and nothing else: "Mar 3, 2026, 10:32 AM (2 days ago)". */
export function momentOf(text: string): ToldMoment | null {
  if (text.length > most + 30 || !/[\p{L}\d]/u.test(text)) return null;
  const bare = text.replace(inBrackets, '').trim();
  const told = momentAtStart(bare);
  return told && /^[\s.,:]*$/.test(bare.slice(told.length)) ? told : null;
}

const joins = ({ word, text }: Token) => joining.has(word) || /^[,·•|.\-–—]$/.test(text);
