import { describe, expect, it } from 'vitest';

const files: Record<string, { default: object }> = import.meta.glob(
  '../../../lib/language/messages/en/*.json',
  {
    eager: true,
  },
);

function sentencesIn(held: unknown): string[] {
  if (typeof held === 'string') return [held];
  return typeof held === 'object' && held !== null ? Object.values(held).flatMap(sentencesIn) : [];
}

describe('what English says', () => {
  it('spells e-mail in one way, as the glossary does', () => {
    const sentences = Object.values(files).flatMap((file) => sentencesIn(file.default));
    expect(sentences.length).toBeGreaterThan(1_000);
    // Where programs ask from outside, the field of that name is meant.
    const wrong = sentences.filter(
      (said) => /(?<!\{)\bemails?\b/i.test(said) && !said.includes('contact_id'),
    );
    expect(wrong).toEqual([]);
  });
});
