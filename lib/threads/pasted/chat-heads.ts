import { noise, type Mark } from './lines';
import { bareName, isNameLike, isWrittenAsName } from './names';
import { momentAtStart, momentOf } from './told-when';

const longest = 120;

/** The first colon after a name: "Ana: hello", "+34 600 11 22 33: hola". Null where no name stands before it. */
function named(rest: string): { name: string; said: string } | null {
  const found = /^\s*([^:\n]{1,70}):(?:\s+|$)/.exec(rest);
  const name = found?.[1] ?? '';
  if (!found || !isNameLike(name)) return null;
  return { name: bareName(name), said: rest.slice(found[0].length) };
}

/**
 * A line of a chat's export, or of a copy from its page: "[3/5/26, 10:32:11] Ana: hi", "12/03/2026, 18:04 - Ana: hola",
 * "[18:04, 12/3/2026] Ana: hi". With a moment and no name it is a mark of the program.
 */
export function exportHead(line: string): Mark | null {
  const start = /^\s*(?:\[([^[\]]{4,44})\]\s?(?:[-–:]\s)?|(?=\d))/.exec(line);
  if (!start) return null;
  const inside = start[1];
  const told = inside === undefined ? momentAtStart(line.trimStart()) : momentOf(inside);
  if (!told || (inside === undefined && (!told.day || !told.hour)) || (!told.hour && !told.day)) return null;
  const when = inside ?? line.trimStart().slice(0, told.length);
  const after = inside === undefined ? line.trimStart().slice(told.length) : line.slice(start[0].length);
  const joint = inside === undefined ? /^\s*[-–—:]\s+|^\s*\]\s*/.exec(after) : /^/.exec(after);
  if (!joint) return null;
  const who = named(after.slice(joint[0].length));
  if (who) return { is: 'head', name: who.name, when, rest: who.said };
  const alone = after.trim();
  if (inside !== undefined && isWrittenAsName(alone) && alone.includes(' '))
    return { is: 'head', name: bareName(alone), when, rest: '' };
  return told.day && told.hour ? noise : null;
}

/** "Ana García, [12.03.2026 18:04]", "Ana García (10:32): hi", "Ana [10:32 AM]: hi". */
export function bracketHead(line: string): Mark | null {
  const found =
    /^\s*([^:[\](){}]{1,60}?(?:\([^()]{1,24}\))?),?\s*[[(]([^[\]()]{4,44})[\])]\s*(:?)\s*(.*)$/.exec(line);
  if (!found || line.length > 4000) return null;
  const [, name = '', when = '', colon, rest = ''] = found;
  if (!isNameLike(name) || !momentOf(when)?.hour) return null;
  if (rest !== '' && colon === '') return null;
  return { is: 'head', name: bareName(name), when, rest };
}

const maybe = /\d\s?[:.h]\s?\d\d|\d\s?[ap]\.?\s?m\b|\d[/.-]\d|\b[12]\d{3}\b/i;

/**
 * A line of a name and a moment: "Ana García  10:32 AM", "Ana — Today at 10:32", "Ana García • 3 Mar 2026, 10:32".
 * With one blank between them the name has to be written as one, or be `known`.
 */
export function momentAfterName(line: string, known: (name: string) => boolean): Mark | null {
  const bare = line.trim();
  if (bare.length > longest || !maybe.test(bare)) return null;
  for (const gap of bare.matchAll(/\s*(?:\s[-–—•·|]|,|\t|\s)\s*/g)) {
    if (gap.index === 0) continue;
    const name = bare.slice(0, gap.index);
    const when = bare.slice(gap.index + gap[0].length);
    if (!/^[\p{L}\d]/u.test(when) || !isNameLike(name)) continue;
    const told = momentOf(when);
    if (!told || (!told.hour && gap[0].length < 2)) continue;
    const wide = /\S|\t|\s{2,}/.test(gap[0].replace(/^ | $/g, '')) || gap[0].length > 1;
    const words = bareName(name).split(' ').length;
    if (known(name) || (isWrittenAsName(name) && (wide || words > 1)))
      return { is: 'head', name: bareName(name), when, rest: '' };
    return null;
  }
  return null;
}

/** Two lines of a name and, below it, a moment, as mail pages and recruiters' inboxes have them. */
export function momentBelowName(
  lines: readonly string[],
  at: number,
  known: (name: string) => boolean,
): Mark | null {
  const name = lines[at]?.trim() ?? '';
  if (name === '' || name.length > 140) return null;
  let next = at + 1;
  if (lines[next] === '' || /^\([\p{L}/ ]{2,24}\)$/u.test(lines[next]?.trim() ?? '')) next += 1;
  const when = lines[next]?.trim() ?? '';
  if (when.length > 60 || !/\d/.test(when) || !isNameLike(name) || !momentOf(when)) return null;
  const words = bareName(name).split(' ').length;
  if (!known(name) && !(isWrittenAsName(name) && (words > 1 || name.includes('@')))) return null;
  return { is: 'head', name, when, rest: '', takes: next - at };
}
