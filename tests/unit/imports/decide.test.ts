import { describe, expect, it } from 'vitest';
import { decide } from '@/lib/imports/batch/decide';
import type { Known } from '@/lib/imports/batch/known';
import type { Field } from '@/lib/imports/columns/fields';
import { readPerson } from '@/lib/imports/person';

const columns: Field[] = [
  'name',
  'email',
  'phone',
  'linkedin',
  'position',
  'organization',
  'tags',
  'left_out',
];

/** Who is known, as the rows above left it: rows are decided one after the other. */
function table() {
  const known: Known = { doors: new Map(), contacts: new Map(), byImportKey: new Map() };
  let made = 0;
  const row = (...cells: string[]) => {
    const person = readPerson(1, cells, columns, 'ES');
    if (!('addresses' in person)) throw new Error(person.code);
    const decision = decide(person, known, () => `c${(made += 1)}`);
    if (decision.result === 'skipped') return `skipped ${decision.code}`;
    const { contactId, addresses, fills, tags } = decision.told;
    const places = addresses.map(({ channel, state }) => `${channel} ${state}`);
    return [
      decision.result,
      contactId,
      ...places,
      ...fills.map((column) => `+${column}`),
      ...tags.map((tag) => `#${tag}`),
    ].join(' ');
  };
  const retire = (door: string) => {
    const holder = known.doors.get(door);
    if (holder) known.doors.set(door, { ...holder, retired: true });
  };
  return { row, retire };
}

describe('what a row means', () => {
  it('is somebody new where no address is known', () => {
    const { row } = table();
    expect(row('Ana', 'ana@x.example', '600 000 001', 'in/ana')).toBe(
      'created c1 email held linkedin held phone held',
    );
  });

  it('is whoever holds one of its own addresses, however they are called', () => {
    const { row } = table();
    row('Ana Beltrán', 'ana@x.example');
    expect(row('A. B.', 'ana@x.example', '', 'in/ana', 'Curator')).toBe('updated c1 linkedin held +position');
    expect(row('Ana', '', '', 'in/ana', 'Founder')).toBe('unchanged c1');
  });

  it('is nobody new for a telephone alone under the same name, and somebody new under another', () => {
    const { row } = table();
    row('Ana', 'ana@x.example', '600 000 001');
    expect(row('Ana', '', '600 000 001')).toBe('unchanged c1');
    expect(row('Ben', '', '600 000 001')).toBe('created c2 phone shared');
    expect(row('Ben', 'ben@x.example', '600 000 001')).toBe('created c3 email held phone shared');
    expect(row('Ben', '', '600 000 001')).toBe('unchanged c2');
  });

  it('lists the mailbox of an office at the second person, and leaves it with the first', () => {
    const { row } = table();
    expect(row('Ana', 'info@x.example')).toBe('created c1 email held');
    expect(row('Ben', 'info@x.example')).toBe('created c2 email shared');
    expect(row('Ben', 'info@x.example')).toBe('unchanged c2');
  });

  it('is left out when its addresses are of two people', () => {
    const { row } = table();
    row('Ana', 'ana@x.example');
    row('Ben', '', '', 'in/ben');
    expect(row('Ana', 'ana@x.example', '', 'in/ben')).toBe('skipped addresses_of_two');
  });

  it('is left out when its address was taken away from somebody, unless another address says who it is', () => {
    const { row, retire } = table();
    row('Ana', 'ana@old.example', '', 'in/ana');
    retire('email:ana@old.example');
    expect(row('Ana', 'ana@old.example')).toBe('skipped address_retired');
    expect(row('Ana', 'ana@old.example', '', 'in/ana-new')).toBe('skipped address_retired');
    expect(row('Ana', 'ana@old.example', '', 'in/ana')).toBe('unchanged c1');
  });

  it('is found again by who it is where it has no address', () => {
    const { row } = table();
    expect(row('Ana', '', '', '', '', 'Marea')).toBe('created c1');
    expect(row('Ana', '', '', '', '', 'Marea')).toBe('unchanged c1');
    expect(row('Ana', '', '', '', '', 'Cais')).toBe('created c2');
  });

  it('fills in once, adds tags once, and leaves out once', () => {
    const { row } = table();
    row('Ana', 'ana@x.example');
    expect(row('Ana', 'ana@x.example', '', '', 'Curator', 'Marea', 'fair')).toBe(
      'updated c1 +position +organization_id #fair',
    );
    expect(row('Ana', 'ana@x.example', '', '', 'Founder', 'Cais', 'Fair')).toBe('unchanged c1');
    expect(row('Ana', 'ana@x.example', '', '', '', '', '', 'yes')).toBe('updated c1');
    expect(row('Ana', 'ana@x.example', '', '', '', '', '', 'yes')).toBe('unchanged c1');
  });
});
