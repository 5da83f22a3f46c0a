import { isBlank, type Line } from './lines';
import labels from './phrases/headers.json';

type Label = keyof typeof labels;

const names: Label[] = ['from', 'sent', 'date', 'to', 'cc', 'subject', 'other'];
const kinds = new Map<string, Label>(
  names.toReversed().flatMap((kind) => labels[kind].map((word) => [word, kind])),
);
const longest = 20;

/** How many lines of a mail's header stand here as text ("From: … Sent: … To: … Subject: …"); 0 where none do. */
export function headerBlockAt(lines: readonly Line[], at: number): number {
  const top = lines[at]?.text ?? '';
  const first = labelOf(top);
  if (first === null || first === 'cc' || first === 'other') return 0;
  if (first === 'to' && !top.slice(0, 300).includes('@')) return 0;
  const seen = new Set<Label>();
  let written = '';
  let end = at;
  let loose = 0;
  let spaced = false;
  for (let place = at; place < Math.min(lines.length, at + longest); place += 1) {
    const text = lines[place]?.text ?? '';
    const label = labelOf(text);
    if (label !== null && seen.has(label) && label !== 'other') break;
    // Blank lines stand between all of the header's lines, or between none.
    if (isBlank(text) && seen.size > 1 && !spaced) break;
    if (spaced && label !== null && loose === 0) return 0;
    if (label !== null && seen.size === 1) spaced = loose > 0 && isBlank(lines[place - 1]?.text ?? '');
    loose = label === null ? loose + 1 : 0;
    // A long list of people wraps, and some programs put blank lines between; a third such line is the text below.
    if (label === null && (loose > 2 || (!isBlank(text) && loose > 1 && !wraps(text)))) break;
    if (label === null) continue;
    seen.add(label);
    written += ` ${text.slice(0, 300)}`;
    end = place;
  }
  return isHeader(seen, written) ? end - at + 1 + wrapped(lines, end + 1) : 0;
}

function isHeader(seen: ReadonlySet<Label>, written: string): boolean {
  const whom = seen.has('from') || seen.has('sent');
  if (!whom || seen.size < 2) return false;
  const proof = written.includes('@') || (seen.has('sent') && seen.has('from'));
  if (seen.size === 2) return seen.has('from') && proof && (written.includes('@') || /\d/.test(written));
  return proof || seen.has('subject') || seen.has('sent');
}

/** The rest of the last value, where an address wrapped. */
function wrapped(lines: readonly Line[], at: number): number {
  const text = lines[at]?.text ?? '';
  return !isBlank(text) && wraps(text) && text.length < 120 && labelOf(text) === null ? 1 : 0;
}

const wraps = (text: string): boolean => /^\s*[<[(]?\S{1,80}@\S{1,80}/.test(text) || /;\s*$/.test(text);

function labelOf(text: string): Label | null {
  const head = text.slice(0, 48);
  const colon = head.search(/[:：]/);
  if (colon < 1) return null;
  const word = head
    .slice(0, colon)
    .replace(/[*_>|]/g, '')
    .trim()
    .toLowerCase();
  return kinds.get(word) ?? null;
}
