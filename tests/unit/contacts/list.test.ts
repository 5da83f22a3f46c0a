import { describe, expect, it } from 'vitest';
import { cursorText, readCursor } from '@/lib/contacts/list/cursor';
import { isNarrowed, readListFilter } from '@/lib/contacts/list/list-filter';
import { listPath, widePath } from '@/lib/contacts/list/list-path';
import { readSearch } from '@/lib/contacts/list/search-words';

const id = '01a20087-28a7-71b8-9524-9502c13f1dfa';

describe('the address of a list', () => {
  it('keeps a place, whatever stands in its key', () => {
    for (const key of ['ana beltran', 'ñ "\\', '2026-11-22 01:02:03.123+00', '', null]) {
      expect(readCursor(cursorText({ key, id }))).toEqual({ key, id });
    }
  });

  it.each([
    undefined,
    null,
    '',
    'x',
    'e30',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('[1]').toString('base64url'),
  ])('leaves out a place that somebody made up: %j', (text) => {
    expect(readCursor(text)).toBeNull();
  });

  it('shows everybody by name, unless it says something else that makes sense', () => {
    const everybody = {
      search: '',
      tab: 'everybody',
      order: 'name',
      organizationId: null,
      tagId: null,
      after: null,
      before: null,
    };
    expect(readListFilter({})).toEqual(everybody);
    expect(
      readListFilter({ standing: 'nonsense', order: 'x', organization: 'y', tag: '', after: 'z', q: '  ' }),
    ).toEqual(everybody);
    expect(
      readListFilter({ q: [' ana ', 'ben'], standing: 'stopped', organization: id, tag: id }),
    ).toMatchObject({
      ...{ search: 'ana', tab: 'stopped', organizationId: id, tagId: id },
    });
    expect(readListFilter({ q: 'x'.repeat(300) }).search).toHaveLength(100);
  });

  it('says what narrows it and what it shows besides, and is read back the same', () => {
    const address = {
      ...{ channel: 'x', owner: id, pitch: id, met: 'event', spoken: 'longer', show: 'owner,tags', q: 'ana' },
      ...{ standing: 'stopped', tag: id },
    };
    const filter = readListFilter(address);
    expect(filter).toMatchObject({
      ...{
        channel: 'x',
        ownerId: id,
        pitchId: id,
        met: 'event',
        spoken: 'longer',
        columns: ['owner', 'tags'],
      },
    });
    const path = listPath(filter);
    expect(Object.fromEntries(new URL(`http://localhost${path}`).searchParams)).toEqual(address);
    expect(readListFilter({ ...address, show: ['tags', 'owner', 'shoe size'] })).toEqual(filter);
    expect(listPath(readListFilter({}), '/contacts/export')).toBe('/contacts/export');
    expect(isNarrowed(readListFilter({}))).toBe(false);
    expect(widePath(filter)).toBe('/contacts?q=ana&standing=stopped&show=owner%2Ctags');
    expect(isNarrowed(readListFilter({ spoken: 'week' }))).toBe(true);
  });

  it('goes one way only', () => {
    const place = cursorText({ key: 'ana', id });
    expect(readListFilter({ after: place, before: place })).toMatchObject({ after: { id }, before: null });
  });
});

describe('a search', () => {
  it('looks for words, the longest first, and lets an index find those of three letters', () => {
    expect(readSearch('De la Núñez-Vega')).toMatchObject({
      start: 'de la nunez vega',
      words: ['%nunez%', '%vega%', '%de%', '%la%'],
      findable: ['%nunez%', '%vega%'],
      handle: null,
    });
    expect(readSearch('li')).toMatchObject({ start: 'li', words: ['%li%'], findable: [], handle: null });
  });

  it('takes signs that LIKE reads for themselves', () => {
    expect(readSearch('a_b%').handle).toEqual({ start: 'a_b%', part: '%a\\_b\\%%' });
  });

  it.each([
    ['in/dev-anand', 'dev-anand'],
    ['https://de.linkedin.com/in/dev-an', 'dev-an'],
    ['linkedin.com/in/dev-anand/', 'dev-anand'],
    ['@dev_an', 'dev_an'],
    ['https://x.com/dev_an', 'dev_an'],
    ['+34 600 12', '3460012'],
    ['(0600) 12-34', '6001234'],
    ['marea.example', 'marea.example'],
    ['https://www.atelier.example/ana', 'atelier.example/ana'],
  ])('finds what is shown: a part of an address, %j, is looked for as it is kept', (shown, part) => {
    expect(readSearch(shown).handle).toEqual({ start: part, part: `%${part.replace('_', '\\_')}%` });
  });

  it.each([
    ['Ana+x@Marea.Example.', 'email', 'ana@marea.example'],
    ['https://es.linkedin.com/in/Ana/?x', 'linkedin', 'ana'],
    ['@ana_b', 'x', 'ana_b'],
    ['+34 600 123 456', 'phone', '+34600123456'],
  ])('of a whole address, %j, is that address', (typed, channel, handle) => {
    expect(readSearch(typed).addresses).toContainEqual({ channel, handle });
  });
});
