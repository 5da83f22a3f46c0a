import { attributionAt, endingsOf, type Endings } from './attribution';
import { introducesCited } from './cited';
import { isForwardMark, isReplyLine } from './forward-mark';
import { headerBlockAt } from './header-block';
import { isBlank, nextFull, type Line } from './lines';
import { notesHeaderAt } from './notes-header';

/** For each line, whether whoever sent the mail wrote it now; what was quoted, and what introduces it, is not. */
export function whoseLines(lines: readonly Line[]): boolean[] {
  const theirs = new Array<boolean>(lines.length).fill(false);
  const endings = endingsOf(lines);
  let at = 0;
  let spoken = false;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const step = line.kind === 'said' ? introducedAt(lines, at, endings, spoken) : outsideAt(line);
    if (step === 'rest') break;
    if (step === 0) theirs[at] = line.kind === 'said' && !isTorn(lines, at, theirs);
    spoken ||= theirs[at] === true && !isBlank(line.text);
    at += Math.max(step, 1);
  }
  keepOneOpeningQuote(lines, theirs);
  return theirs;
}

function outsideAt({ kind, text }: Line): number | 'rest' {
  return kind === 'intro' && isForwardMark(text) ? 'rest' : 0;
}

/** How many lines introduce a quote here; `rest` where nothing marks the end of that quote. */
function introducedAt(
  lines: readonly Line[],
  at: number,
  endings: Endings,
  spoken: boolean,
): number | 'rest' {
  const text = lines[at]?.text ?? '';
  if (isBlank(text)) return 0;
  // Where it stands on top, the desk itself writes below.
  if (isReplyLine(text)) return spoken ? 'rest' : 1;
  if (isForwardMark(text)) return afterHeader(lines, at, 1);
  const header = headerBlockAt(lines, at) || notesHeaderAt(lines, at);
  if (header > 0) return afterHeader(lines, at, header);
  const found = attributionAt(lines, at, endings);
  if (found === null) return 0;
  return found.sure ? afterHeader(lines, at, found.lines) : found.lines;
}

function afterHeader(lines: readonly Line[], at: number, length: number): number | 'rest' {
  const next = lines[nextFull(lines, at + length)];
  return next === undefined || next.kind === 'said' ? 'rest' : length;
}

const width = 72;

/** The torn-off end of a quoted line that a mail program wrapped without writing `>` again. */
function isTorn(lines: readonly Line[], at: number, theirs: readonly boolean[]): boolean {
  const before = lines[at - 1];
  const text = lines[at]?.text ?? '';
  if (before === undefined || isBlank(text) || text.length > width || theirs[at - 1] === true) return false;
  if (before.kind !== 'quoted' || /[.?!:;)"»”…]\s*$/.test(before.text.slice(-4))) return false;
  const word = /^\S{1,80}/.exec(text)?.[0] ?? '';
  return before.text.length >= 60 && before.text.length + 1 + word.length > width && /^\p{Ll}/u.test(text);
}

/**
 * A line or three that somebody put on top by hand, with `>` but without a word on who wrote them, are part of what
 * they say. As soon as more is quoted it is an answer between the lines, and the quotes go.
 */
function keepOneOpeningQuote(lines: readonly Line[], theirs: boolean[]): void {
  const start = nextFull(lines, 0);
  let end = start;
  while (lines[end]?.kind === 'quoted' && lines[end]?.text.startsWith('>') === true) end += 1;
  if (introducesCited(lines[start]?.text ?? '')) return;
  if (end === start || end - start > 3 || !isBlank(lines[end]?.text ?? 'x')) return;
  if (lines.slice(start, end).some(({ text }) => isBlank(text.replace(/^[>\s]+/, '')))) return;
  if (lines.some(({ kind }, at) => kind !== 'said' && at >= end)) return;
  const introduced = lines.some(({ text }, at) => at >= end && !isBlank(text) && theirs[at] !== true);
  if (introduced || !theirs.some(Boolean)) return;
  theirs.fill(true, start, end);
}
