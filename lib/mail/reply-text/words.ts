import { isBlank, linesOf } from './lines';
import { closes, closesWithName, isGreeting, isNamed, isSignLine } from './sign-off';

/**
 * The words alone of a text that `replyTextOf` gave: no sign-off ("Best, Ana"), no name, role, address or number below
 * them, and no quoted line. This is what a suggestion is read from: a name, a title or a quote says nothing about what
 * they want. Where nothing but a greeting would stay, nothing goes. Pure; linear.
 */
export function wordsOf(replyText: string): string {
  const lines = linesOf(replyText).flatMap(({ text, kind }) => (kind === 'said' ? [text] : []));
  let end = trimmed(lines, lines.length);
  for (let count = 0; count < 8; count += 1) {
    const start = paragraphAt(lines, end);
    const cut = signedFrom(lines.slice(start, end));
    const next = cut === null ? underMotto(lines, start, end) : trimmed(lines, start + cut);
    if (next === end || !speaks(lines.slice(0, next)) || isOfOthers(lines, next, end)) break;
    end = next;
  }
  return lines.slice(0, end).join('\n').trim();
}

function trimmed(lines: readonly string[], end: number): number {
  let last = end;
  while (last > 0 && isBlank(lines[last - 1] ?? '')) last -= 1;
  return last;
}

function paragraphAt(lines: readonly string[], end: number): number {
  let start = end;
  while (start > 0 && !isBlank(lines[start - 1] ?? '')) start -= 1;
  return start;
}

function speaks(lines: readonly string[]): boolean {
  const text = lines.join('\n').trim();
  return text !== '' && !isGreeting(text);
}

/** A saying in quotation marks below a name goes with the name. */
function underMotto(lines: readonly string[], start: number, end: number): number {
  const saying = lines.slice(start, end).join(' ').trim();
  const above = trimmed(lines, start);
  const name = lines.slice(paragraphAt(lines, above), above);
  const isMotto = saying.length < 200 && /^["“«„'*_].{3,}["”»“'*_](?:\s?[-–—(].{1,60})?$/u.test(saying);
  return isMotto && signedFrom(name) !== null ? above : end;
}

/** Somebody they name and whose address follows ("You need Jill." "Jill Prentice, jill@…"), or what a colon announces. */
function isOfOthers(lines: readonly string[], from: number, to: number): boolean {
  if (/:\s*$/.test((lines[from - 1] ?? '').slice(-4))) return true;
  const block = lines.slice(from, to).join('\n').trim();
  if (!/\S@\S|\d{5}|\d[\d ()/-]{6,}\d/.test(block)) return false;
  const name = /^\p{Lu}[\p{L}'’-]{2,30}/u.exec(block)?.[0];
  const above = lines.slice(paragraphAt(lines, from), from);
  if (signedFrom(above) !== null) return false;
  const last = above.join(' ').slice(-2000);
  return name !== undefined && closes(name) === null && last.split(/[^\p{L}'’-]+/u).includes(name);
}

const most = 12;

/** From which line of the last paragraph on it is sign-off and signature; null where it is talk to its end. */
function signedFrom(paragraph: readonly string[]): number | null {
  if (paragraph.length <= most && paragraph.every(isSignLine) && paragraph.slice(0, 2).some(isNamed))
    return 0;
  for (let at = Math.max(0, paragraph.length - most); at < paragraph.length; at += 1) {
    const below = paragraph.slice(at + 1);
    if (!below.every((line) => isSignLine(line) || closes(line) !== null)) continue;
    const closing = closes(paragraph[at] ?? '');
    if (closing === 'formal' || (closing === 'kind' && below.length > 0)) return at;
    if (closesWithName(paragraph[at] ?? '')) return at;
  }
  return null;
}
