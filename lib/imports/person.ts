import { createHash } from 'node:crypto';
import type { MetHow } from '@/lib/contacts/contact-form';
import { readTags } from '@/lib/contacts/read-typed';
import { ordered } from '@/lib/contacts/given-name';
import { nameKey } from '@/lib/contacts/name-key';
import { readPlace } from '@/lib/contacts/places';
import { type FoundAddress, readAddresses } from './columns/addresses-in';
import { cellsByField, type Said, tellsToLeaveOut } from './columns/cell-values';
import type { Columns } from './columns/fields';
import { type Fillings, fillingsIn, metHowIn, within } from './columns/fillings-in';

/** Somebody as a row of a file tells of them. */
export interface Person {
  readonly line: number;
  readonly name: string;
  readonly nameKey: string;
  /** No name stood in the row: it is called by its address. */
  readonly nameless: boolean;
  readonly addresses: readonly FoundAddress[];
  readonly organization: string | null;
  readonly tags: readonly string[];
  readonly metHow: MetHow;
  readonly fillings: Fillings;
  readonly leftOut: boolean;
  /** Finds somebody again who has no address of their own. */
  readonly importKey: string;
  /** An address of the row that is none, and was left out. */
  readonly unreadable: string | null;
}

export type ReadPerson =
  Person | { readonly line: number; readonly code: 'nobody' | 'address_unreadable'; readonly detail: string };

/** Reads somebody out of a row. `country` is where telephone numbers without one are from, if the row does not say. */
export function readPerson(
  line: number,
  cells: readonly string[],
  columns: Columns,
  country: string | null,
): ReadPerson {
  const said = cellsByField(cells, columns);
  const here = readPlace('region', said('country')) ?? country;
  const read = readAddresses(said, here);
  const typedName = nameIn(said);
  const first = read.addresses[0];
  if (!first && typedName === '') {
    if (read.unreadable !== null) return { line, code: 'address_unreadable', detail: read.unreadable };
    return { line, code: 'nobody', detail: cells.filter(Boolean).join(' · ').slice(0, 200) };
  }
  const name = typedName || (first?.typed ?? '').slice(0, 200);
  const organization = within(said('organization'), 200);
  return {
    line,
    ...{ name, nameKey: nameKey(name), nameless: typedName === '', organization },
    ...read,
    tags: readTags(said('tags')),
    metHow: metHowIn(said('met_how')),
    fillings: fillingsIn(said, name),
    leftOut: tellsToLeaveOut(said('left_out')),
    importKey: keyOf([
      nameKey(name),
      nameKey(organization ?? ''),
      // Two of one name whose addresses are both unreadable may still be two people.
      ...(first ? read.addresses.map(({ door }) => door).sort() : [read.unreadable ?? ''].filter(Boolean)),
    ]),
  };
}

function nameIn(said: Said): string {
  const whole = ordered(said('name'));
  const parts = `${said('given_name')} ${said('family_name')}`;
  const shown = /^\s*"?([^"<@]+?)"?\s*</.exec(said('email'))?.[1] ?? '';
  return (whole || parts.trim() || ordered(shown)).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200);
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url');
}
