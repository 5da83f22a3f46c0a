/** The lines of a text without what cannot be seen: direction marks, joiners, odd blanks, line ends of Windows. */
export function linesOf(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** What one line is, and how many of those after it belong to it. */
export type Mark =
  | {
      readonly is: 'head';
      readonly name: string | null;
      /** The moment it tells, as it stands there. */
      readonly when: string | null;
      /** What is said on the same line. */
      readonly rest: string;
      readonly takes?: number;
      readonly subject?: string;
    }
  | { readonly is: 'day'; readonly when: string }
  | { readonly is: 'noise' }
  | { readonly is: 'text' };

export const text: Mark = { is: 'text' };
export const noise: Mark = { is: 'noise' };
