import { nameKey } from './name-key';

const titles = new Set(
  'mr mrs ms miss mx dr dra prof profa sir dame sr sra srta don dona d da lic ing arq herr frau fru hr m mme mlle rev fr'.split(
    ' ',
  ),
);
const afterwards = new Set('jr sr ii iii iv phd md mba msc ma bsc ba llm esq cpa cfa pmp mp'.split(' '));
const beforeAnother = new Set(
  'maria ma jose juan ana luis miguel jesus carlos francisco pedro rosa marie jean anne'.split(' '),
);
const another = new Set(
  'jose luis carlos maria antonio angel pablo manuel jesus carmen isabel pilar dolores teresa belen javier ignacio miguel francisco mar cruz elena victoria eugenia claude pierre paul sofia lucia fernando alberto'.split(
    ' ',
  ),
);

/**
 * The name somebody is greeted with, guessed from the whole one; null where that would be a guess in the dark (an
 * address, initials, a name written without spaces as in Chinese). "Beltrán Ruiz, Ana" is Ana, "María José" stays whole.
 */
export function guessGivenName(name: string): string | null {
  if (/[@\d/]/.test(name)) return null;
  const words = ordered(name)
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words.length > 1 && titles.has(bare(words[0]))) words.shift();
  const [first = '', second = '', third] = words;
  if (
    nameKey(first).replaceAll(' ', '').length < 2 ||
    /^\p{L}\.?$/u.test(first) ||
    /^(\p{Lu}\.)+$/u.test(first)
  )
    return null;
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) return null;
  if (titles.has(bare(first)) && words.length === 1) return null;
  const both = third !== undefined && beforeAnother.has(bare(first)) && another.has(bare(second));
  return cased(both ? `${first} ${second}` : first);
}

/** "Beltrán Ruiz, Ana" as "Ana Beltrán Ruiz"; what follows the comma may also be a degree, which goes. */
export function ordered(name: string): string {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  if (given === '' || more.length > 0)
    return afterwards.has(bare(given)) || more.length > 0 ? family : name.trim();
  if (given.split(/\s+/).every((word) => afterwards.has(bare(word)))) return family;
  return given.split(/\s+/).length <= 3 && family.split(/\s+/).length <= 4
    ? `${given} ${family}`
    : name.trim();
}

const bare = (word: string | undefined) => nameKey(word ?? '').replaceAll(' ', '');

// Shouted or whispered names are written as names; "McKay" and "da Silva" are left as they are.
function cased(word: string): string {
  const one = word.replace(/[,;]+$/, '');
  if (one !== one.toUpperCase() && one !== one.toLowerCase()) return one;
  return one
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
