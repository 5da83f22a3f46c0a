// Letters that NFD does not take apart.
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
};

/**
 * What names are sorted and found by: lower case, Latin accents off, punctuation as spaces. "Núñez-O’Brien" and
 * "nunez obrien" are one. Only combining marks of European scripts, Hebrew and Arabic are taken off: in others
 * they are letters. A name of nothing but signs is its own key.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħŧŋĸ]/g, (letter) => plain[letter] ?? letter);
  const spaced = folded
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}@_]+/gu, ' ')
    .trim();
  return spaced || name.trim().toLowerCase();
}

/** A text that stands for itself in LIKE, with `\\` as escape. */
export function likeEscaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
