import wrote from './phrases/wrote.json';

const either = (words: readonly string[]): string => words.join('|');
const opener = new RegExp(`^[\\s"'«*_>(\\[-]{0,8}(?:${either(wrote.openers)})(?![\\p{L}'’-])`, 'iu');
const dated = /^[\s"'*(]{0,4}(?:\p{L}{2,12}\.?,? {1,2}){0,2}(?:\d{4}[-/.年]|\d{1,2}[-/.:\s]|(?:19|20)\d\d)/u;
const verb = `(?:(?<![\\p{L}])(?:${either(wrote.verbs)})|(?:${either(wrote.unspaced)}))`;
const endsInVerb = new RegExp(`${verb}\\s{0,3}[:：]?$`, 'iu');
// "Ana <ana@…> schrieb am 3.3.2025 um 10:00:": the verb stands right behind the address and the date behind it.
const verbThenDate = new RegExp(`@[^\\s@]{1,120}[>)\\]]+\\s{0,3}${verb}`, 'iu');
const goesOn = new RegExp(`@[^\\s@]{1,120}[>)\\]]+\\s{0,2}${verb}\\s?:\\s`, 'iu');
const verbInside = new RegExp(
  `(?<![\\p{L}])(?:${either(wrote.inside)})\\s(?!(?:${either(wrote.self)})(?![\\p{L}]))`,
  'iu',
);
// The last words of all verbs: most lines are told apart by theirs, without any of the expressions above.
const lastWords = new Set(wrote.verbs.map((phrase) => phrase.replaceAll('\\', '').split(' ').at(-1) ?? ''));
const ofOurs = /(?<![\p{L}])(?:(?:i|we|and) wrote|(?:ich|wir) .{0,60}geschrieben)\s?:?$/iu;
const moment =
  /(?<!\d)\d{1,2}\s?[:.h]\s?\d{2}(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}時/u;
const address = /[^\s@<>]@[^\s@<>]+\.[^\s@<>]/;
const addressAtEnd = new RegExp(
  `[<(\\[«][^<>]{0,200}@[^<>]{1,200}[>)\\]»]*\\s{0,3}(?:${verb})?\\s{0,3}[:：]$`,
  'iu',
);

/** Whether a line begins as introductions do: "On", "Le", "Am", "El", a weekday, a date. */
export const begins = (line: string): boolean => opener.test(line) || (dated.test(line) && moment.test(line));

export const namesSomebody = (line: string): boolean => address.test(line) || /[<"]/.test(line);

/**
 * 0 for a line where no introduction ends, 1 where one may (a colon, "wrote"), 2 where one ends and the quote goes on in
 * the same line ("… Ana <ana@…> wrote: Hi Tom").
 */
export function partOf(text: string): 0 | 1 | 2 {
  if (mayEnd(text)) return 1;
  const top = text.slice(0, 500);
  return top.includes('@') && goesOn.test(top) && moment.test(top) ? 2 : 0;
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

/**
 * Whether a text introduces a quote. Sure are a verb of writing with a date or an address; likely, if quoted lines stand
 * below, is less: "Ana wrote:".
 */
export function judged(joined: string, starts: boolean, quotedBelow: boolean): 'sure' | 'likely' | null {
  const text = undashed(joined);
  const colon = /[:：]$/.test(text);
  const says = endsInVerb.test(text.slice(-48));
  if (!colon && !says) return null;
  if (ofOurs.test(text) && !address.test(text)) return quotedBelow ? 'likely' : null;
  if (isSure(text, starts, colon, says)) return 'sure';
  const likely =
    says || address.test(text) || (starts && /\d/.test(text) && text.length < 200) || dates(text);
  return quotedBelow && likely && (colon || (says && starts)) ? 'likely' : null;
}

/** "Sam Reed schreef op ma 02-11-2026 om 16:31:" */
const dates = (text: string): boolean => text.length < 250 && moment.test(text) && verbInside.test(text);

function isSure(text: string, starts: boolean, colon: boolean, says: boolean): boolean {
  const when = moment.test(text);
  const who = address.test(text);
  if (!colon) return who && when && starts;
  if (who && (says || (/\d/.test(text) && verbThenDate.test(text)))) return true;
  if (when && addressAtEnd.test(text)) return true;
  if (says) return starts && /\d/.test(text);
  return starts && dates(text);
}
