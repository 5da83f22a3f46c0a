import { describe, expect, it } from 'vitest';
import type { Field } from '@/lib/imports/columns/fields';
import { type Person, readPerson } from '@/lib/imports/person';
import { csvLine } from '@/lib/language/csv/line';

function row(cells: Partial<Record<Field, string>>, country: string | null = null) {
  const columns = Object.keys(cells).flatMap((field): Field[] => (isField(field) ? [field] : []));
  return readPerson(
    7,
    columns.map((field) => cells[field] ?? ''),
    columns,
    country,
  );
}

const isField = (name: string): name is Field => name !== '';

function person(cells: Partial<Record<Field, string>>, country: string | null = null): Person {
  const read = row(cells, country);
  if (!('addresses' in read)) throw new Error(read.code);
  return read;
}

describe('a row of a file', () => {
  it.each([
    [{ name: 'Ana Beltrán' }, 'Ana Beltrán', 'Ana'],
    [{ name: 'Beltrán Ruiz, Ana' }, 'Ana Beltrán Ruiz', 'Ana'],
    [{ given_name: 'Ana', family_name: 'Beltrán' }, 'Ana Beltrán', 'Ana'],
    [{ given_name: 'María José', family_name: 'Pérez' }, 'María José Pérez', 'María José'],
    [{ family_name: 'Beltrán', email: 'ana@x.example' }, 'Beltrán', 'Beltrán'],
    [{ email: 'Ana Beltrán <ana@x.example>' }, 'Ana Beltrán', 'Ana'],
    [{ email: 'ana@x.example' }, 'ana@x.example', null],
    [{ phone: '+34 600 123 456' }, '+34 600 123 456', null],
  ] as const)('%j is %s', (cells, name, given) => {
    const read = person(cells);
    expect([read.name, read.fillings.given_name]).toEqual([name, given]);
  });

  it.each([
    [{ name: '', email: '' }, 'nobody'],
    [{ note: 'only a note' }, 'nobody'],
    [{ email: 'nothing' }, 'address_unreadable'],
    [{ phone: '600 123 456', note: 'no name' }, 'address_unreadable'],
  ] as const)('%j is nobody to keep: %s', (cells, code) => {
    expect(row(cells)).toMatchObject({ line: 7, code });
  });

  it('is kept by name where its only address cannot be read', () => {
    expect(person({ name: 'Ana', email: 'nothing' })).toMatchObject({
      ...{ name: 'Ana', addresses: [], unreadable: 'nothing' },
    });
    const key = (cells: Partial<Record<Field, string>>) => person(cells).importKey;
    expect(key({ name: 'Ana', phone: '600 1' })).toBe(key({ name: 'ana', phone: '600 1' }));
    expect(key({ name: 'Ana', phone: '600 1' })).not.toBe(key({ name: 'Ana', phone: '600 2' }));
    expect(key({ name: 'Ana', phone: '600 1' })).not.toBe(key({ name: 'Ana' }));
  });

  it('keeps the addresses that can be read, and says which cannot', () => {
    const read = person({
      name: 'Ana',
      email: 'ana@x.example; nothing',
      linkedin: 'https://linkedin.com/in/ana',
    });
    expect(read.addresses.map(({ channel, handle }) => `${channel} ${handle}`)).toEqual([
      'email ana@x.example',
      'linkedin ana',
    ]);
    expect(read.unreadable).toBe('nothing');
  });

  it('reads a telephone by the country of the row, else by the one that was chosen', () => {
    expect(person({ phone: '600 123 456', country: 'España' }).addresses[0]?.handle).toBe('+34600123456');
    expect(person({ phone: '020 7946 0958' }, 'GB').addresses[0]?.handle).toBe('+442079460958');
    expect(person({ phone: '600 123 456', country: 'Spain' }, 'GB').addresses[0]?.handle).toBe(
      '+34600123456',
    );
  });

  it('claims no way of having met but in our own words', () => {
    expect(person({ name: 'Ana', met_how: 'In person' })).toMatchObject({
      metHow: 'in_person',
      fillings: { met_where: null },
    });
    expect(person({ name: 'Ana', met_how: 'Presentación' })).toMatchObject({ metHow: 'introduced' });
    expect(person({ name: 'Ana', met_how: 'Web Summit' })).toMatchObject({
      metHow: 'unknown',
      fillings: { met_where: 'Web Summit' },
    });
  });

  it.each([
    ['language', 'Spanish', 'es'],
    ['language', 'español', 'es'],
    ['language', 'Deutsch', 'de'],
    ['language', 'pt-BR', 'pt'],
    ['language', 'EN', 'en'],
    ['language', 'Klingon', null],
    ['country', 'Alemania', 'DE'],
    ['country', 'United States', 'US'],
    ['country', 'USA', 'US'],
    ['country', 'es', 'ES'],
    ['country', 'Atlantis', null],
    ['time_zone', 'Europe/Madrid', 'Europe/Madrid'],
    ['time_zone', 'Madrid', null],
  ] as const)('says %s %j as %j', (field, typed, code) => {
    expect(person({ name: 'Ana', [field]: typed }).fillings[field]).toBe(code);
  });

  it('is the same person to an import when name, organization and shared doors are', () => {
    const key = (cells: Partial<Record<Field, string>>) => person(cells).importKey;
    expect(key({ name: 'Ana Beltrán', organization: 'Marea' })).toBe(
      key({ name: 'ana  beltran', organization: 'MAREA' }),
    );
    expect(key({ name: 'Ana', organization: 'Marea' })).not.toBe(key({ name: 'Ana', organization: 'Cais' }));
    expect(key({ name: 'Ana', phone: '+34600123456' })).not.toBe(key({ name: 'Ana', phone: '+34600123457' }));
  });
});

describe('a line of the report', () => {
  it.each([
    ['=cmd|x', "'=cmd|x"],
    ['+34600123456', "'+34600123456"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['say "hi", you', '"say ""hi"", you"'],
    ['=1,2', `"'=1,2"`],
    ['plain', 'plain'],
  ])('writes %j so that nothing runs', (cell, written) => {
    expect(csvLine([cell, 3])).toBe(`${written},3\r\n`);
  });
});
