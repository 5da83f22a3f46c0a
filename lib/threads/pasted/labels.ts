import { text, type Mark } from './lines';
import { bareName, isWrittenAsName, sideOf } from './names';
import type { Reader } from './pasted';

const label = /^\s*(?:[-*•]\s+)?(?:\*\*|__)?([^:\n*_]{1,48}?)(?:\*\*|__)?\s*:(?:\*\*|__)?(?:\s+|$)(.*)$/;
// What stands before a colon in ordinary letters.
const prose =
  /^(note|nota|ps|p ?s|p ?d|re|fwd?|rv|tr|wg|aw|subject|asunto|oggetto|objet|betreff|assunto|from|to|cc|bcc|date|sent|de|para|von|an|da|warning|important|example|ejemplo|update|question|pregunta|answer|tel|phone|mobile|email|e mail|web|website|fax|http|https|time|place|where|when|agenda|todo|summary|link|zoom)$/;

/** "Me: hi" and "Ana: hello": lines that begin with who speaks. Nothing where too little speaks for it. */
export function labelMarks(lines: readonly string[], reader: Reader): Mark[] | null {
  const found = lines.map((line) => {
    const match = line.length > 20_000 || !line.includes(':') ? null : label.exec(line);
    if (!match) return null;
    const name = bareName(match[1] ?? '');
    const able =
      name !== '' &&
      !prose.test(name.toLowerCase()) &&
      isWrittenAsName(name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
    return able ? { name, rest: match[2] ?? '', known: sideOf(name, reader).side !== 'unknown' } : null;
  });
  const heads = found.filter((one) => one !== null);
  const names = new Map<string, number>();
  for (const { name } of heads) names.set(name, (names.get(name) ?? 0) + 1);
  const known = new Set(heads.filter((head) => head.known).map(({ name }) => name));
  const spoken = lines.flatMap((line, at) => (line === '' ? [] : (found[at] ?? null)));
  const first = spoken[0];
  if (!spoken.slice(0, 3).some((one) => one !== null)) return null;
  // Two who take turns; or somebody we know, and whoever answers.
  const sure =
    known.size > 0
      ? heads.length >= 2 || first?.known === true
      : names.size === 2 && heads.length >= 3 && !!first;
  if (!sure) return null;
  const speaks = (name: string) =>
    known.has(name) || (names.get(name) ?? 0) > 1 || name.split(' ').length <= 3;
  return found.map((one) =>
    one && speaks(one.name) ? { is: 'head', name: one.name, when: null, rest: one.rest } : text,
  );
}
