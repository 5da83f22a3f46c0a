import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { everythingHeard, heardFrom, heardPath, isNarrow, saidIn } from '@/lib/insight/heard/asked';
import { tsQueryOf } from '@/lib/insight/words';
import { pitchAskedFrom, pitchPath } from '@/lib/insight/pitches/asked';

const [one, other] = [v7(), v7()];

describe('the address of what we heard', () => {
  it('says what is looked at, and is read back the same', () => {
    const filter = {
      ...{ search: 'otoño', contactId: one, pitchId: other, organizationId: one, tagId: other },
      ...{ from: '2026-03-01', until: '2026-04-01', after: null },
      before: { moment: new Date('2026-03-02T09:00:00.000Z'), depth: 1, seq: '77' },
    };
    const { searchParams } = new URL(`http://localhost${heardPath(filter)}`);
    expect(heardFrom(Object.fromEntries(searchParams))).toEqual(filter);
    expect(heardPath(everythingHeard)).toBe('/heard');
  });

  it('made up shows everything', () => {
    expect(heardFrom({ pitch: 'x', from: 'yesterday', before: '1', q: ['a', 'b'] })).toEqual(everythingHeard);
    expect(isNarrow(heardFrom({ before: 'x' }))).toBe(false);
    expect(isNarrow(heardFrom({ tag: one }))).toBe(true);
  });

  it.each([
    ['Otoño  2026', `'Otoño':* & '2026':*`],
    [`it's "fine" & ('so)`, `'it' & 's' & 'fine':* & 'so'`],
    ['a', `'a':*`],
    ['ʼn', `'n':*`],
    ['!!', null],
    ['', null],
  ])('asks for %j by all its words', (search, query) => {
    expect(tsQueryOf(search)).toBe(query);
  });

  it('of a line is the place where it was said', () => {
    expect(saidIn({ contactId: one, messageId: other })).toBe(`/contacts/${one}?at=${other}#${other}`);
  });
});

describe('the address of a pitch', () => {
  it('says which answer is looked at and where the page goes on', () => {
    const after = { at: new Date('2026-03-02T09:00:00.000Z'), contactId: other };
    const { searchParams } = new URL(`http://localhost${pitchPath(one, 'declined', after)}`);
    expect(pitchAskedFrom(Object.fromEntries(searchParams))).toEqual({ answer: 'declined', after });
    expect(pitchPath(one, null)).toBe(`/pitches/${one}`);
    expect(pitchAskedFrom({ answer: 'maybe', after: 'x~y' })).toEqual({ answer: null, after: null });
  });
});
