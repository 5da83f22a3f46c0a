/** One word of a text: where it stands, and how it compares (lower case, without accents and apostrophes). */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const oneWord = /[\p{L}\p{N}\p{M}_]+(?:['’ʼ][\p{L}\p{M}]+)*\.?/gu;

/** The words of a text in order. A full stop stays with what may be short for something ("Dr."), in `end` only. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  return [...text.slice(from, to).matchAll(oneWord)].map(({ 0: found, index }) => {
    const bare = found.endsWith('.') ? found.slice(0, -1) : found;
    return { key: folded(bare), start: from + index, end: from + index + bare.length };
  });
}

/** A word as it compares: "José" and "jose" are one, so are "can’t" and "cant", "Mª" and "ma". */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʼ.]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe');
}

/** A text as patterns read it: without accents, lower case, straight apostrophes; every place stays where it was. */
export function plainly(text: string): string {
  return text.replace(/[^\x20-\x40\x5b-\x7e\n]/g, (sign) => {
    const plain = signs[sign] ?? sign.normalize('NFD').charAt(0).toLowerCase();
    return plain.length === sign.length ? plain : sign;
  });
}

const signs: Readonly<Record<string, string>> = { '’': "'", ʼ: "'", '`': "'", '\r': '\n', ß: 's' };

/** The words in a set, written in one line to be read. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
