import { folded, wordSet } from './folded';
import { isShortFor } from './nicknames';

/** The titles that stand before a name and are none. */
export const titles = wordSet(
  'mr mrs ms miss mx dr dra doctor doctora prof profa professor profesor profesora sir dame madam sr sra srta senor senora senorita sres don dona lic ing arq mtro mtra herr frau fraulein hr fr dott dottore dottoressa dottssa ing avv avvocato signor signora signore sig sigra monsieur madame mademoiselle m mme mlle maitre me rev reverend father sister padre captain president presidente presidenta senator senhor senhora seu dra excmo excma ilmo ilma herrn',
);

/** How a word stands to somebody's name. */
export type Likeness = 'theirs' | 'misspelt' | 'another';

/** The parts of a name that may be said, each as it compares; none where what is kept is no name (an address, a number). */
export function partsOfName(name: string, givenName: string | null): string[] {
  const whole = [givenName ?? '', name].filter((one) => !/[@\d/]/.test(one)).join(' ');
  const parts = whole.split(/[^\p{L}\p{M}'’.ʼ]+/u).map(folded);
  return [...new Set(parts)].filter((part) => part !== '' && !titles.has(part));
}

/** Whether two words are written with the same letters, so that they can be compared at all. */
export function comparable(word: string, parts: readonly string[]): boolean {
  return /\p{Script=Latin}/u.test(word) === parts.some((part) => /\p{Script=Latin}/u.test(part));
}

/** Whose name a word is. "Jose" is José and "Tom" is Thomas; "Anna" may be Ana, written wrongly; "Marcus" is not. */
export function likeness(word: string, parts: readonly string[]): Likeness {
  if (parts.some((part) => part === word || isShortFor(word, part) || part.split('-').includes(word)))
    return 'theirs';
  // "Maríajosé", "Annemarie".
  if (parts.some((one) => parts.some((other) => one + other === word))) return 'theirs';
  return parts.some((part) => isSlip(word, part)) ? 'misspelt' : 'another';
}

// One letter too many, too few, another, or two in the wrong order; two such slips in a long name.
function isSlip(word: string, part: string): boolean {
  const most = Math.max(word.length, part.length) >= 7 ? 2 : 1;
  if (Math.min(word.length, part.length) < 3 || Math.abs(word.length - part.length) > most) return false;
  return distance(word.slice(0, 40), part.slice(0, 40)) <= most;
}

/** Edits between two short words, a swap of neighbours counted as one (optimal string alignment). */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
