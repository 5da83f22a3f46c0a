import { isCited, isGroupWise } from './cited';

/**
 * One line of a mail.
 * `quoted`: it stands behind `>` or inside something HTML marks as a quote. `intro`: HTML says that it introduces a
 * quote ("On Monday Ana wrote:"). `signature`: HTML says that it is a signature.
 */
export type Line = { readonly text: string; readonly kind: 'said' | 'quoted' | 'intro' | 'signature' };

// Marks of direction, zero-width spaces and byte order marks; the joiner of emoji (U+200D) stays.
const invisible = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\uFEFF]/g;

/** The text without marks that nobody sees, with one kind of line end and one kind of space. */
export function plain(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .replace(/[\u00A0\u202F\u2007]/g, ' ');
}

/** The lines of a plain text; whoever calls has undone `format=flowed` (RFC 3676). */
export function linesOf(text: string): Line[] {
  const all = plain(text).split('\n');
  return all.map((line, at) => ({ text: line, kind: isQuoted(line, all, at) ? 'quoted' : 'said' }));
}

/** Whether a line stands behind `>` (RFC 3676, 4.5); `>= 5` and `>5` alone are arithmetic. */
export function isQuoted(line: string, all: readonly string[], at: number): boolean {
  if (!marked(line)) return isCited(line, all, at);
  if (isGroupWise(line) || closesAddress(line, all[at - 1] ?? '')) return false;
  return (
    !counts.test(line) ||
    [all[at - 1] ?? '', all[at + 1] ?? ''].some((near) => marked(near) && !counts.test(near))
  );
}

const counts = /^ ?>[=\d]/;

/** `>` that ends an address which wrapped ("skrev Ana <ana@example.com" and below it ">:"). */
const closesAddress = (line: string, before: string): boolean =>
  /^>[:,)]|^> ?\S{1,12}:\s{0,3}$/.test(line) &&
  before.lastIndexOf('<') > before.lastIndexOf('>') &&
  before.includes('@');

const marked = (line: string): boolean => line.startsWith('>') || line.startsWith(' >');

export const isBlank = (text: string): boolean => text.trim() === '';

/** The place of the first line from `at` on that is not blank, or the number of lines. Looks at most `most` lines on. */
export function nextFull(lines: readonly Line[], at: number, most = 200): number {
  for (let place = at; place < lines.length && place < at + most; place += 1) {
    if (!isBlank(lines[place]?.text ?? '')) return place;
  }
  return Math.min(lines.length, at + most);
}
