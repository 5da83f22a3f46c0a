/** A word, a number or a sign of a text, and where it stands. */
export interface Token {
  /** Lower case, without accents. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly end: number;
}

const piece = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\p{L}\d]/gu;
const joining = /^['’ʼ`´]$/;
const dash = /^[-–—‐‑]$/;

/** Words, numbers and signs in their order. Apostrophes go, and dashes that do not stand between numbers. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(piece)) {
    const [raw] = found;
    const start = found.index;
    const end = start + raw.length;
    if (joining.test(raw)) continue;
    if (dash.test(raw)) {
      const between =
        /\d\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?\d/.test(text.slice(end, end + 2));
      if (between) tokens.push({ text: '-', kind: 'sign', start, end });
      continue;
    }
    const kind = /^\d/.test(raw) ? 'number' : /^\p{L}/u.test(raw) ? 'word' : 'sign';
    tokens.push({ text: kind === 'word' ? folded(raw) : raw, kind, start, end });
  }
  return tokens;
}

/** Lower case, without accents; ß is ss. */
export function folded(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}
