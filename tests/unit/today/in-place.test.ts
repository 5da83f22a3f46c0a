import { describe, expect, it } from 'vitest';
import { settled, staying, type Marks } from '@/components/today/in-place';

const rows = (ids: string) => ids.split(' ').map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join(' ');
const stays =
  (...those: readonly string[]) =>
  (id: string) =>
    those.includes(id);

describe('who was marked done in a list', () => {
  it('stays behind whoever stood before them, in the order the server has now', () => {
    expect(ids(staying(rows('a c d'), rows('a b c d'), stays('b')))).toBe('a b c d');
    expect(ids(staying(rows('d a'), rows('a b c d'), stays('b', 'c')))).toBe('d a b c');
    expect(ids(staying(rows('b c'), rows('a b c'), stays('a')))).toBe('a b c');
    expect(ids(staying([], rows('a b'), stays('b')))).toBe('b');
  });

  it('is the only one who stays: whom somebody else took away goes', () => {
    expect(ids(staying(rows('a'), rows('a b c'), stays('c')))).toBe('a c');
    const now = rows('a b');
    expect(staying(now, rows('a c b'), stays())).toBe(now);
  });

  it('is never there twice, and not doubled by whoever is new', () => {
    expect(ids(staying(rows('n a b c'), rows('a b c'), stays('b')))).toBe('n a b c');
    expect(ids(staying(rows('n a c'), rows('a b c'), stays('b')))).toBe('n a b c');
  });
});

describe('a mark', () => {
  const done: Marks = new Map([['a', { is: 'done', left: false }]]);

  it('holds while the server still lists them, as a page made before the answer does', () => {
    expect(settled(done, rows('a b'))).toBe(done);
    const sent: Marks = new Map([['a', { is: 'sent' }]]);
    expect(settled(sent, rows('a b'))).toBe(sent);
    expect(settled(sent, rows('b'))).toBe(sent);
  });

  it('goes when they come back to the list after it was done: then they are there anew', () => {
    const left = settled(done, rows('b'));
    expect(left.get('a')).toEqual({ is: 'done', left: true });
    expect(settled(left, rows('b'))).toBe(left);
    expect(settled(left, rows('a b')).size).toBe(0);
  });

  it('of a refusal stays until it is asked again', () => {
    const refused: Marks = new Map([['a', { is: 'refused', why: 'Not our turn.' }]]);
    expect(settled(refused, rows('b'))).toBe(refused);
    expect(settled(refused, rows('a'))).toBe(refused);
  });
});
