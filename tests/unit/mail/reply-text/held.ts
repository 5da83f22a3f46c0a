import { readdirSync, readFileSync } from 'node:fs';

export type Held = { name: string; kind: 'mail' | 'text' | 'html'; body: string; said: string };

const folder = new URL('../../../fixtures/reply-text-held/', import.meta.url);

/** Without blank lines and spaces at a line's end: how many blank lines a client leaves is not anybody's word. */
export const levelled = (text: string): string =>
  text
    .replace(/[ \t\r]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();

/** The mails held apart. A line begins with `+` (theirs), `.` (not theirs) or `=` (what is read, where markup hides it). */
export const held: Held[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split(/^@ /m).slice(1).map(mail));

function mail(entry: string): Held {
  const [head = '', ...lines] = entry.replace(/\n$/, '').split('\n');
  const [name = '', kind] = head.split(' | ');
  if (kind !== 'mail' && kind !== 'text' && kind !== 'html') throw new Error(`Not a kind: ${head}`);
  const said = lines.filter((line) => line.startsWith('='));
  const theirs = said.length > 0 ? said : lines.filter((line) => !line.startsWith('.'));
  return {
    name,
    kind,
    body: lines
      .filter((line) => !line.startsWith('='))
      .map((line) => line.slice(1))
      .join('\n'),
    said: levelled(theirs.map((line) => line.slice(1)).join('\n')),
  };
}
