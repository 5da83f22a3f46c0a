import { describe, expect, it } from 'vitest';
import { cursorText } from '@/lib/contacts/list/cursor';
import { organizationsPath, readOrganizationFilter } from '@/lib/contacts/organizations/list/asked';
import { organizationSchema } from '@/lib/contacts/organizations/organization-form';

const id = '01a20087-28a7-71b8-9524-9502c13f1dfa';

describe('the address of a list of organizations', () => {
  it('shows all of them by name, unless it says something else that makes sense', () => {
    const all = { search: '', order: 'name', after: null, before: null };
    expect(readOrganizationFilter({})).toEqual(all);
    expect(readOrganizationFilter({ q: ' ', order: 'size', after: 'x', before: '' })).toEqual(all);
    expect(readOrganizationFilter({ q: ['marea', 'x'], order: 'recent' })).toMatchObject({
      ...{ search: 'marea', order: 'recent' },
    });
  });

  it('is read back the same', () => {
    expect(organizationsPath(readOrganizationFilter({}))).toBe('/organizations');
    const address = { q: 'marea & co', order: 'recent', after: cursorText({ key: 'ñ', id }) };
    const path = organizationsPath(readOrganizationFilter(address));
    expect(Object.fromEntries(new URL(`http://localhost${path}`).searchParams)).toEqual(address);
    expect(readOrganizationFilter({ ...address, before: address.after }).before).toBeNull();
  });
});

describe('the name of an organization', () => {
  const read = (name: string) => organizationSchema.safeParse({ name });

  it('stands on one line, without spaces around it', () => {
    expect(read('  Fundación\n Marea ').data).toEqual({ name: 'Fundación Marea' });
  });

  it.each([
    ['nothing', '  \n', 'name_missing'],
    ['two hundred and one letters', 'x'.repeat(201), 'too_long'],
  ])('is not %s', (_, name, problem) => {
    expect(read(name).error?.issues.map(({ message }) => message)).toEqual([problem]);
  });
});
