import { createHash } from 'node:crypto';
import { type AddressChannel, doorOf, readAddress } from '@/lib/contacts/addresses';
import { metHows, type MetHow, readTags } from '@/lib/contacts/contact-form';
import { guessGivenName, ordered } from '@/lib/contacts/given-name';
import { nameKey } from '@/lib/contacts/name-key';
import { readPlace } from '@/lib/contacts/places';
import { isRoleMailbox } from '@/lib/contacts/role-mailbox';
import { isTimeZone } from '@/lib/auth/zone';
import { cellsByField, splitAddresses, tellsToLeaveOut } from './columns/cell-values';
import type { Columns, Field } from './columns/fields';

/** A handle of a row. Nobody owns a telephone or an office's mailbox by it alone: such a door tells nobody apart. */
export interface FoundAddress {
  readonly channel: AddressChannel;
  readonly handle: string;
  readonly typed: string;
  readonly door: string;
  readonly weak: boolean;
}

/** What a row may fill in where nothing stands yet. */
export interface Fillings {
  readonly given_name: string | null;
  readonly position: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly time_zone: string | null;
  readonly met_where: string | null;
  readonly introducer_name: string | null;
  readonly source_of_address: string | null;
  readonly note: string | null;
}

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
  if (!first && read.unreadable !== null)
    return { line, code: 'address_unreadable', detail: read.unreadable };
  if (!first && typedName === '')
    return { line, code: 'nobody', detail: cells.filter(Boolean).join(' · ').slice(0, 200) };
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
      ...read.addresses.map(({ door }) => door).sort(),
    ]),
  };
}

type Said = (field: Field) => string;

const channels = ['email', 'linkedin', 'x', 'phone', 'whatsapp', 'other'] as const;

function readAddresses(
  said: Said,
  country: string | null,
): { addresses: FoundAddress[]; unreadable: string | null } {
  const addresses = new Map<string, FoundAddress>();
  let unreadable: string | null = null;
  for (const channel of channels) {
    for (const typed of splitAddresses(channel, said(channel))) {
      const read = readAddress(channel, typed, country);
      if (!read.ok) unreadable ??= typed.slice(0, 200);
      else {
        const { handle } = read;
        const weak =
          channel === 'phone' || channel === 'whatsapp' || (channel === 'email' && isRoleMailbox(handle));
        addresses.set(`${channel}:${handle}`, {
          channel,
          handle,
          typed: typed.slice(0, 300),
          door: doorOf(channel, handle),
          weak,
        });
      }
    }
  }
  return { addresses: [...addresses.values()], unreadable };
}

function nameIn(said: Said): string {
  const whole = ordered(said('name'));
  const parts = `${said('given_name')} ${said('family_name')}`;
  return (whole || parts).normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200);
}

const within = (text: string, most: number) =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most) || null;

function fillingsIn(said: Said, name: string): Fillings {
  const zone = said('time_zone');
  const met = said('met_how');
  return {
    given_name: within(said('given_name'), 100) ?? guessGivenName(name),
    position: within(said('position'), 200),
    language: readPlace('language', said('language')),
    country: readPlace('region', said('country')),
    time_zone: isTimeZone(zone) ? zone : null,
    // What is not one of our words is kept as it was said, and claims nothing.
    met_where: within(said('met_where') || (metHowIn(met) === 'unknown' ? met : ''), 200),
    introducer_name: within(said('introducer'), 200),
    source_of_address: within(said('source'), 300),
    note: said('note').replace(/\r\n?/g, '\n').trim().slice(0, 5000) || null,
  };
}

const metWords: Readonly<Record<MetHow, string>> = {
  unknown: 'unknown|desconocido|no se sabe',
  in_person: 'in person|met in person|face to face|en persona|cara a cara',
  event: 'event|at an event|conference|fair|evento|en un evento|congreso|feria',
  introduced: 'introduced|introduction|intro|referral|presentado|presentada|presentacion|nos presentaron',
  wrote_first: 'wrote first|they wrote|they wrote first|inbound|escribio primero|nos escribio',
  found: 'found|found online|search|research|encontrado|encontrada|busqueda|por internet',
};

function metHowIn(typed: string): MetHow {
  const key = nameKey(typed);
  return metHows.find((how) => key !== '' && metWords[how].split('|').includes(key)) ?? 'unknown';
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url');
}
