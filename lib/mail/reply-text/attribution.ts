import { isBlank, type Line } from './lines';
import wrote from './phrases/wrote.json';

/** How many lines introduce a quote from here on, and whether that is sure without a `>` below. */
export type Attribution = { readonly lines: number; readonly sure: boolean };

const longest = 500;
const most = 5;

const either = (words: readonly string[]): string => words.join('|');
const opener = new RegExp(`^[\\s"'«*_>(\\[-]{0,8}(?:${either(wrote.openers)})(?![\\p{L}'’-])`, 'iu');
const dated = /^[\s"'*(]{0,4}(?:\p{L}{2,12}\.?,? {1,2}){0,2}(?:\d{4}[-/.年]|\d{1,2}[-/.:\s]|(?:19|20)\d\d)/u;
const verb = `(?:(?<![\\p{L}])(?:${either(wrote.verbs)})|(?:${either(wrote.unspaced)}))`;
const endsInVerb = new RegExp(`${verb}\\s{0,3}[:：]?$`, 'iu');
// "Ana <ana@…> schrieb am 3.3.2025 um 10:00:": the verb stands right behind the address and the date behind it.
const verbThenDate = new RegExp(`@[^\\s@]{1,120}[>)\\]]+\\s{0,3}${verb}`, 'iu');
const verbInside = new RegExp(
  `(?<![\\p{L}])(?:${either(wrote.inside)})\\s(?!(?:${either(wrote.self)})(?![\\p{L}]))`,
  'iu',
);
// The last words of all verbs: most lines are told apart by theirs, without any of the expressions above.
const lastWords = new Set(wrote.verbs.map((phrase) => phrase.replaceAll('\\', '').split(' ').at(-1) ?? ''));
const ofOurs = /(?<![\p{L}])(?:i|we|and) wrote\s?:?$/iu;
const moment =
  /(?<!\d)\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}時/u;
const address = /[^\s@<>]@[^\s@<>]+\.[^\s@<>]/;
const addressAtEnd = new RegExp(
  `[<(\\[«][^<>]{0,200}@[^<>]{1,200}[>)\\]»]*\\s{0,3}(?:${verb})?\\s{0,3}[:：]$`,
  'iu',
);

/** What introduces a quote at this line ("On Mon, 3 Mar 2025 Ana <ana@…> wrote:"), wrapped over up to five lines. */
export function attributionAt(lines: readonly Line[], at: number, endings: Endings): Attribution | null {
  const ends = endsAhead(lines, at, endings);
  if (ends.length === 0) return null;
  const first = lines[at]?.text ?? '';
  const starts = opener.test(first) || (dated.test(first) && moment.test(first));
  // Without such a beginning only a line that names somebody may wrap.
  const wraps = (starts && /\d/.test(first)) || address.test(first) || /[<"]/.test(first);
  for (const end of ends) {
    if (end > at && !wraps) return null;
    const joined = lines.slice(at, end + 1).map(({ text }) => text.trim());
    const quotedBelow = nextIsQuoted(lines, end + 1);
    if (!quotedBelow && !joined.some((text) => /[\d@]/.test(text))) continue;
    const found = judged(undashed(joined.join(' ')), starts, quotedBelow);
    if (found !== null) return { lines: end - at + 1, sure: found === 'sure' };
  }
  return null;
}

/** For each line: 0, or 1 where an introduction may end (a colon, "wrote"). Asked once, so that no line is read five times. */
export type Endings = Uint8Array;

export const endingsOf = (lines: readonly Line[]): Endings =>
  Uint8Array.from(lines, ({ text, kind }) => (kind !== 'quoted' && mayEnd(text) ? 1 : 0));

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

function mayEnd(text: string): boolean {
  const last = /([^\s:：]{0,24})\s?[:：]?[-–—\s*_]{0,12}$/u.exec(text.slice(-40));
  if (last === null || last[0] === '') return false;
  if (/[:：]/.test(last[0])) return true;
  const word = (last[1] ?? '').toLowerCase();
  return lastWords.has(word) || wrote.unspaced.some((phrase) => word.endsWith(phrase));
}

const undashed = (text: string): string =>
  text.replace(/^[-–—\s]{2,12}|[-–—\s]{1,12}$/g, '').replace(/[*_]/g, '');

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

function judged(text: string, starts: boolean, quotedBelow: boolean): 'sure' | 'likely' | null {
  const colon = /[:：]$/.test(text);
  const says = endsInVerb.test(text.slice(-48));
  if (!colon && !says) return null;
  if (ofOurs.test(text) && !address.test(text)) return quotedBelow ? 'likely' : null;
  if (isSure(text, starts, colon, says)) return 'sure';
  const likely = says || address.test(text) || (starts && /\d/.test(text) && text.length < 200);
  return quotedBelow && likely && colon ? 'likely' : null;
}

function isSure(text: string, starts: boolean, colon: boolean, says: boolean): boolean {
  const when = moment.test(text);
  const who = address.test(text);
  if (!colon) return who && when && starts;
  if (who && (says || (/\d/.test(text) && verbThenDate.test(text)))) return true;
  if (when && addressAtEnd.test(text)) return true;
  if (says) return starts && /\d/.test(text);
  return starts && when && verbInside.test(text) && text.length < 250;
}
