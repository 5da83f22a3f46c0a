import { isBlank, type Line } from './lines';
import { begins, judged, namesSomebody, partOf } from './introduction';

/** How many lines introduce a quote from here on, and whether that is sure without a `>` below. */
export type Attribution = { readonly lines: number; readonly sure: boolean };

const longest = 500;
const most = 5;

/** What introduces a quote at this line ("On Mon, 3 Mar 2025 Ana <ana@…> wrote:"), wrapped over up to five lines. */
export function attributionAt(lines: readonly Line[], at: number, endings: Endings): Attribution | null {
  const first = lines[at]?.text ?? '';
  if (endings[at] === 2) return begins(first) ? { lines: 1, sure: true } : null;
  const ends = endsAhead(lines, at, endings);
  if (ends.length === 0) return null;
  const starts = begins(first);
  // Without such a beginning only a line that names somebody may wrap.
  const wraps = (starts && /\d/.test(first)) || namesSomebody(first);
  for (const end of ends) {
    if (end > at && !wraps) return null;
    const joined = lines.slice(at, end + 1).map(({ text }) => text.trim());
    const quotedBelow = nextIsQuoted(lines, end + 1);
    if (!quotedBelow && !joined.some((text) => /[\d@]/.test(text))) continue;
    const found = judged(joined.join(' '), starts, quotedBelow);
    if (found !== null) return { lines: end - at + 1, sure: found === 'sure' };
  }
  return null;
}

/** For each line what `partOf` says of it. Asked once, so that no line is read five times. */
export type Endings = Uint8Array;

export const endingsOf = (lines: readonly Line[]): Endings =>
  Uint8Array.from(lines, ({ text, kind }) => (kind === 'quoted' ? 0 : partOf(text)));

/** The places at or below a line where an introduction that began there may end. */
function endsAhead(lines: readonly Line[], at: number, endings: Endings): number[] {
  const ends: number[] = [];
  if (!endings.subarray(at, at + most).includes(1)) return ends;
  let length = 0;
  for (let place = at; place < Math.min(lines.length, at + most); place += 1) {
    const { text, kind } = lines[place] ?? { text: '', kind: 'said' };
    length += text.length + 1;
    if (kind !== 'said' || length > longest || isBlank(text)) break;
    if (place > at && (beginsAnew(text) || closed(lines[place - 1]?.text ?? ''))) break;
    if (endings[place] === 1) ends.push(place);
  }
  return ends;
}

const beginsAnew = (text: string): boolean => /^\s*On\s/.test(text) && /\d/.test(text);

/** A sentence ended here, so that the next line begins another. */
function closed(text: string): boolean {
  const end = /(\S{1,40})[.!?]\s*$/u.exec(text.slice(-60));
  return end !== null && (end[1] ?? '').length > 5 && !/[@\d]/.test(end[1] ?? '');
}

function nextIsQuoted(lines: readonly Line[], at: number): boolean {
  for (let place = at; place < at + 3; place += 1) {
    const line = lines[place];
    if (line === undefined) return false;
    if (line.kind === 'quoted') return true;
    if (!isBlank(line.text)) return false;
  }
  return false;
}
