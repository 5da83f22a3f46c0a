import type { Channel } from '@/generated/prisma/client';
import { text, type Mark } from './lines';
import { deedIn, isProgramMark } from './program-marks';
import { momentOf } from './told-when';

/** Marks days that stand on a line of their own: only where somebody begins to speak below, for one may say "Monday". */
export function withDays(lines: readonly string[], marks: readonly Mark[]): Mark[] {
  let next: Mark['is'] = 'noise';
  const all = [...marks];
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]?.trim() ?? '';
    const mark = marks[at] ?? text;
    if (line === '') continue;
    const isDay = mark.is === 'text' && line.length < 45 && next !== 'text' && momentOf(line)?.day;
    if (isDay) all[at] = { is: 'day', when: line };
    if (deedIn(line)?.side) next = 'head';
    else if (mark.is !== 'text' || !isProgramMark(line)) next = (all[at] ?? text).is;
  }
  return all;
}

/** Where it was said, by a mark that only one program sets. */
export function channelSaid(lines: readonly string[]): Channel | null {
  const has = (mark: RegExp) => lines.some((line) => line.length < 80 && mark.test(line.trim()));
  if (has(/^(?:imessage|text message|sms|mms|mensaje de texto)(?:\b.{0,40})?$/i)) return 'sms';
  if (has(/^(?:inmail|linkedin)$|sales navigator/i)) return 'linkedin';
  return has(/^@\w{2,15}$|joined (?:x|twitter) in/i) ? 'x' : null;
}
