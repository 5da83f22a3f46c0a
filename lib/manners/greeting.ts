import { addressedIn, isUpper, type Addressed } from './addressed';
import { begins, hint, inBody, refused, type Circumstances, type Finding } from './finding';
import { wordsOf, type Word } from './folded';
import { fieldNames, generic, joins, offices, toWhom } from './greeting-words';
import type { Letter } from './letter-parts';
import { comparable, likeness, partsOfName, titles } from './names';

type Whom = Pick<Circumstances, 'name' | 'givenName' | 'purpose'>;

/**
 * How the letter greets: without a name, with somebody else's, or with theirs written wrongly. Without a greeting, or
 * where we know no name, or only one in other letters, nothing is found.
 */
export function greetingOf(letter: Letter, whom: Whom): Finding[] {
  if (letter.afterGreeting === 0) return [];
  const parts = partsOfName(whom.name, whom.givenName);
  const address = addressedIn(letter);
  const { words, start } = address;
  const concern = toWhom.exec(letter.plain.slice(start, start + 80))?.[0].length;
  if (concern) return [refused('nameless', [inBody(start, start + concern)])];
  const field = words.find(({ key }) => fieldNames.has(key) && !parts.includes(key));
  if (field) return [refused('placeholder', [spanOf([field])])];
  const latin = words.filter(({ key }) => !generic.has(key) && !titles.has(key) && !joins.has(key));
  if (parts.length === 0 || (latin[0] && !comparable(latin[0].key, parts))) return [];
  if (words.some((word) => isTheirs(letter, word, parts))) return anotherBeside(letter, address, parts);
  if (namedNearby(letter, address, parts)) return [];
  // A field stands where the name should: that is said already.
  if (words.length === 0 && /^[\s,]*[{[<%*$#«_]/.test(letter.prose.slice(address.end, address.end + 8)))
    return [];
  return isNobody(address)
    ? nobody(address, whom)
    : anybody(
        letter,
        latin.filter(({ key }) => !offices.has(key)),
        parts,
      );
}

// A single letter is an initial only where it is a capital: "Hola a todos" greets no Ana.
function isTheirs({ prose }: Letter, word: Word, parts: readonly string[]): boolean {
  if (word.key.length < 2 && !isUpper(prose, word)) return false;
  return likeness(word.key, parts) === 'theirs';
}

const isNobody = ({ words }: Addressed) =>
  words.some(({ key }) => generic.has(key) && !titles.has(key)) ||
  words.every(({ key }) => joins.has(key) || titles.has(key) || offices.has(key));

// "Dear Professor" and, in French, "Madame" are how one writes to somebody one knows.
function nobody(address: Addressed, whom: Whom): Finding[] {
  const { words, start, end, goesOn } = address;
  const plural = words.some(({ key }) => generic.has(key) && !titles.has(key));
  if (!plural && words.some(({ key }) => offices.has(key))) return [];
  if (words.length === 1 && words.every(({ key }) => key === 'madame' || key === 'monsieur')) return [];
  if (words.length === 0 && (goesOn || !begins(whom))) return [];
  return [refused('nameless', [inBody(start, end)])];
}

function anybody(letter: Letter, named: readonly Word[], parts: readonly string[]): Finding[] {
  const slip = named.slice(0, 2).find(({ key }) => likeness(key, parts) === 'misspelt');
  if (slip) return [hint('misspelt_name', [spanOf([slip])])];
  const isName = named.length > 0 && named.length < 5 && named.every((word) => isUpper(letter.prose, word));
  return isName ? [refused('other_name', [spanOf(named)])] : [];
}

// "Ana Pérez" to Ana Beltrán: perhaps a second name, perhaps another letter's.
function anotherBeside({ prose }: Letter, { words }: Addressed, parts: readonly string[]): Finding[] {
  const named = words.filter(({ key }) => !titles.has(key) && !generic.has(key));
  const [first, second] = named;
  if (named.length !== 2 || !first || !second || parts.length < 2 || words.length > 3) return [];
  if (![first, second].every((word) => isUpper(prose, word) && word.key.length > 1)) return [];
  if (likeness(first.key, parts) !== 'theirs' || likeness(second.key, parts) === 'theirs') return [];
  const code = likeness(second.key, parts) === 'misspelt' ? 'misspelt_name' : 'other_name';
  return [hint(code, [spanOf([second])])];
}

// "Hi! How are you, Ana?" greets with a name as well.
function namedNearby(
  { prose, afterGreeting }: Letter,
  { words, end }: Addressed,
  parts: readonly string[],
): boolean {
  const until = words.length === 0 ? Math.max(afterGreeting, end + 160) : afterGreeting;
  return wordsOf(prose, end, until)
    .slice(0, 20)
    .some((word) => word.key.length > 1 && parts.includes(word.key) && isUpper(prose, word));
}

const spanOf = (words: readonly Word[]) => inBody(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
