import { isBlank, type Line } from './lines';
import labels from './phrases/headers.json';

const clock = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,4}\d{1,2}[:.]\d\d/;
const hidden = /^(?:.{0,40}hide details for )?.{2,120}\s?---\s?\d{1,4}[./-].{4,30}---/i;
const to = new Set(labels.to);
const subject = new Set([...labels.subject, 'thema']);
const most = 16;

/** "Sam Reed ---11/02/2026 04:31:10 PM---Hi Greg": Lotus Notes names the mail that it quotes. */
export const isNotesLine = (line: string): boolean =>
  line.length < 400 && line.includes('---') && hidden.test(line);

/** How many lines a header of Lotus Notes takes here, laid out as a table: who, when, and "To", "Subject" alone. */
export function notesHeaderAt(lines: readonly Line[], at: number): number {
  const text = (place: number): string => lines[place]?.text ?? '';
  if (text(at).length > 200 || !(clock.test(text(at)) || clock.test(text(at + 1).slice(0, 60)))) return 0;
  let addressed = false;
  for (let place = at + 1; place < Math.min(lines.length, at + most); place += 1) {
    const word = text(place).slice(0, 40).trim().toLowerCase();
    if (to.has(word)) addressed = true;
    if (subject.has(word) && addressed) return place - at + (isBlank(text(place + 1)) ? 1 : 2);
  }
  return 0;
}
