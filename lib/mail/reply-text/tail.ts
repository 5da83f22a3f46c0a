import { isDeviceLine } from './devices';
import { isDisclaimer, mayBeDisclaimer } from './disclaimer';
import { isBlank } from './lines';

const rule = /^\s{0,40}[-–—=_*#~+]{2,200}\s{0,40}$/;
const delimiter = /^\s{0,3}(?:-- ?|__|—|–|—-|--—|_\._,_\._,_)\s*$/;
const contact = /@|https?:|www\.|\+?\d[\d ()./-]{6,}/;

/** One stretch of somebody's own lines without what stands below it: signature, device, notices, rules. */
export function withoutTail(lines: readonly string[]): string[] {
  let end = lines.length;
  const cut = signatureAt(lines);
  if (cut !== null) end = cut;
  const notice = noticeAt(lines, end);
  if (notice !== null) end = notice;
  while (end > 0 && isTrimmable(lines[end - 1] ?? '')) end -= 1;
  return lines.slice(0, end);
}

const isTrimmable = (line: string): boolean =>
  isBlank(line) || rule.test(line) || /^\s*(?:ᐧ|--|—|–|-)\s*$/.test(line) || isDeviceLine(line);

/** Where a signature begins: `-- ` (RFC 3676, 4.3) and its kin, or the line of a device with nothing said before a gap. */
function signatureAt(lines: readonly string[]): number | null {
  let ruled = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.length > 260 || isBlank(line)) continue;
    if (delimiter.test(line) && (line.startsWith('-- ') || !isProse(lines, at + 1))) return at;
    const isRule = rule.test(line);
    if (isRule && !ruled && isSigned(lines, at + 1)) return at;
    ruled = isRule;
    if (isDeviceLine(line) && (hasText(lines, at) || !hasTextBelow(lines, at))) return at;
  }
  return null;
}

const hasText = (lines: readonly string[], before: number): boolean =>
  before > 0 && lines.slice(0, Math.min(before, 50)).some((line) => !isBlank(line) && !isDeviceLine(line));

const hasTextBelow = (lines: readonly string[], at: number): boolean =>
  lines.slice(at + 1, at + 50).some((line) => !isBlank(line) && !isDeviceLine(line));

/** A sentence below the rule: the rule parts two halves of a text. */
function isProse(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at, at + 20).find((line) => !isBlank(line) && !rule.test(line)) ?? '';
  return next.length > 70 && !isDeviceLine(next) && !isDisclaimer(next);
}

/** A few short lines that are no sentences: a name, a role, a number. */
function isSigned(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at, at + 60).filter((line) => !isBlank(line));
  if (below.length === 0) return true;
  if (below.length > 16 || lines.length - at > 60) return false;
  const last = below.findIndex((line) => isDisclaimer(line));
  const own = (last === -1 ? below : below.slice(0, last)).filter((line) => !isDeviceLine(line));
  if (own.some((line) => line.length > 90 || isSentence(line))) return false;
  return own.length === 0 || own.length > 16
    ? own.length === 0
    : own.length <= 2 || own.some((line) => contact.test(line) || /^\p{Lu}/u.test(line));
}

const isSentence = (line: string): boolean =>
  /\S\s+\S.*[.?!…]\s*$/.test(line.slice(-60)) && !abbreviated.test(line.slice(-12)) && !contact.test(line);

const abbreviated =
  /(?:^|[\s.])(?:inc|ltd|co|corp|llc|plc|s\.?a|s\.?l|s\.?p\.?a|bv|jr|sr|dr|hr|fr|\p{L})\.\s*$/iu;

/** The first of the notices that stand at the end, looking at the last forty paragraphs. */
function noticeAt(lines: readonly string[], end: number): number | null {
  let found: number | null = null;
  let stop = end;
  let told = 0;
  for (let count = 0; count < 40 && stop > 0; count += 1) {
    while (stop > 0 && isBlank(lines[stop - 1] ?? '')) stop -= 1;
    let start = stop;
    while (start > 0 && stop - start < 40 && !isBlank(lines[start - 1] ?? '')) start -= 1;
    const begun = noticeWithin(lines, start, stop);
    if (begun !== null && begun > 0) found = begun;
    else if (lines.slice(start, stop).some((line) => line.length > 60 && isSentence(line))) told += 1;
    // What people say stands above: a notice has rarely more than two paragraphs that do not look like one.
    if (told > 2) break;
    stop = start;
  }
  return found !== null && lines.slice(0, found).some((line) => !isBlank(line)) ? found : null;
}

function noticeWithin(lines: readonly string[], start: number, stop: number): number | null {
  for (let at = start; at < stop; at += 1) {
    if (!mayBeDisclaimer(`${lines[at] ?? ''} ${lines[at + 1] ?? ''}`)) continue;
    const text = lines.slice(at, Math.min(stop, at + 20)).map((line) => line.slice(0, 1500));
    if (isDisclaimer(text.join(' '))) return at;
  }
  return null;
}
