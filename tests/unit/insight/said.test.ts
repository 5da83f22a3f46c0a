import { describe, expect, it } from 'vitest';
import { saidFrom, saidPath } from '@/lib/insight/said/asked';
import { inContext } from '@/lib/insight/said/context';

const shown = (text: string, search: string, most?: number) =>
  inContext(text, search, most)
    .pieces.map(({ text: words, hit }) => (hit ? `[${words}]` : words))
    .join('');

describe('words in context', () => {
  it('are marked whole, from their beginning, whatever their accents and capitals', () => {
    expect(shown('Más tarde, en OTOÑO. No en el otoñal jardín.', 'otono tard')).toBe(
      'Más [tarde], en [OTOÑO]. No en el otoñal jardín.',
    );
    expect(shown('Straße 12, ana@straße.example', 'strasse')).toBe('[Straße] 12, ana@[straße].example');
  });

  it('of one or two letters are only themselves, unless nothing else is looked for', () => {
    expect(shown('To talk or not to talk today', 'to talk')).toBe('[To] [talk] or not [to] [talk] today');
    expect(shown('Today', 'to')).toBe('[Today]');
  });

  it('stand in the middle of a long text, where most of them are together', () => {
    const long = `${'price '.repeat(1)}${'word '.repeat(400)}the price of autumn ${'word '.repeat(400)}`;
    const text = shown(long, 'autumn price', 120);
    expect(text).toMatch(/^… .*the \[price\] of \[autumn\] .* …$/);
    expect(text.length).toBeLessThan(170);
  });

  it('that are not there leave the beginning of the text', () => {
    const { hits, pieces } = inContext('A text that says something else.', 'autumn');
    expect(hits).toBe(0);
    expect(pieces).toEqual([{ text: 'A text that says something else.', hit: false }]);
  });

  it('are found in linear time, also in endless words and in nothing but hits', () => {
    const text = 'price '.repeat(200_000);
    expect(inContext(text, 'price').pieces.length).toBeLessThan(120);
    expect(inContext('x'.repeat(1_000_000), 'y').pieces[0]?.text.length).toBeLessThan(300);
  });
});

describe('the address of what was said', () => {
  it('says what is looked at, and is read back the same', () => {
    const filter = {
      ...{ search: 'otoño', by: 'them' as const, contactId: null, after: null },
      before: { moment: new Date('2026-03-02T09:00:00.000Z'), depth: 1, seq: '77' },
    };
    const { searchParams } = new URL(`http://localhost${saidPath(filter)}`);
    expect(saidFrom(Object.fromEntries(searchParams))).toEqual(filter);
    expect(saidPath({ search: '' })).toBe('/said');
  });

  it('made up looks for nothing', () => {
    expect(saidFrom({ q: ['a', 'b'], by: 'me', contact: 'x', before: '1' })).toEqual({
      ...{ search: '', by: null, contactId: null, before: null, after: null },
    });
  });
});
