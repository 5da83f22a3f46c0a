import { zoneOffsets } from './calendar-words';
import type { Token } from './tokens';

interface ToldClock {
  readonly hour: string;
  readonly offset: number | null;
  /** The token after it. */
  readonly next: number;
}

/** The time of day at a token: "10:32", "10:32:11 PM", "2:33 p. m.", "18h04", "6 PM", after a day also "18.04". */
export function readClock(tokens: readonly Token[], at: number, afterDay: boolean): ToldClock | null {
  const hours = tokens[at];
  if (!hours || !(hours.number >= 0 && hours.number < 25) || hours.text.length > 2) return null;
  const sign = tokens[at + 1];
  const minutes = tokens[at + 2];
  const twoDigits = minutes && /^[0-5]\d$/.test(minutes.text);
  const apart =
    sign?.text === ':' ||
    sign?.word === 'h' ||
    (sign?.text === '.' && afterDay && tokens[at + 3]?.text !== '.');
  let next = at + 1;
  let minute = '00';
  if (apart && twoDigits) {
    minute = minutes.text;
    next = at + 3;
    if (/^[:.]$/.test(tokens[next]?.text ?? '') && /^[0-5]\d$/.test(tokens[next + 1]?.text ?? '')) next += 2;
  } else if (sign?.word === 'h') next = at + 2;
  const half = readHalf(tokens, next);
  if (next === at + 1 && !half) return null;
  const hour = ofDay(hours.number, half?.half ?? null);
  if (hour === null) return null;
  const after = half?.next ?? next;
  const zone = readZone(tokens, after);
  return {
    hour: `${String(hour).padStart(2, '0')}:${minute}`,
    offset: zone?.offset ?? null,
    next: zone?.next ?? after,
  };
}

function readHalf(tokens: readonly Token[], at: number): { half: 'am' | 'pm'; next: number } | null {
  const token = tokens[at];
  if (token?.word === 'am' || token?.word === 'pm')
    return {
      half: token.word,
      next: at + (tokens[at + 1]?.text === '.' && tokens[at + 2] === undefined ? 2 : 1),
    };
  if (token?.word !== 'a' && token?.word !== 'p') return null;
  let next = at + 1;
  if (tokens[next]?.text === '.') next += 1;
  if (tokens[next]?.word !== 'm') return null;
  next += 1;
  if (tokens[next]?.text === '.') next += 1;
  return { half: token.word === 'a' ? 'am' : 'pm', next };
}

function ofDay(hour: number, half: 'am' | 'pm' | null): number | null {
  if (half === null) return hour < 24 ? hour : null;
  if (hour > 12) return half === 'pm' && hour < 24 ? hour : null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

// "+0100", "GMT+1", "CET", with or without brackets.
function readZone(tokens: readonly Token[], from: number): { offset: number; next: number } | null {
  const opened = tokens[from]?.text === '(';
  let at = opened ? from + 1 : from;
  const named = zoneOffsets.get(tokens[at]?.word ?? '');
  let offset = named;
  if (named !== undefined) at += 1;
  const sign = tokens[at]?.text;
  const count = tokens[at + 1];
  if (count && (sign === '+' || sign === '-' || sign === '−') && /^(\d{1,2}|\d{4})$/.test(count.text)) {
    const whole = count.text.length === 4;
    let minutes = whole ? Math.floor(count.number / 100) * 60 + (count.number % 100) : count.number * 60;
    at += 2;
    if (!whole && tokens[at]?.text === ':' && /^\d{2}$/.test(tokens[at + 1]?.text ?? '')) {
      minutes += tokens[at + 1]?.number ?? 0;
      at += 2;
    }
    offset = (sign === '+' ? 1 : -1) * minutes;
  }
  if (offset === undefined) return null;
  if (opened && tokens[at]?.text === ')') at += 1;
  return { offset, next: at };
}
