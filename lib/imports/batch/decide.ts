import type { Person } from '../person';
import type { Decision } from './decision';
import type { Known, KnownContact } from './known';
import { mark, place } from './place';

/**
 * Decides what a row means. Whose address it is decides who somebody is: an address belongs to one contact for ever.
 * Telephones and offices' mailboxes are many people's: they tell somebody only together with the name. Nothing that
 * stands is overwritten, and nothing is opened. `makeId` is called for somebody new.
 */
export function decide(person: Person, known: Known, makeId: () => string): Decision {
  const held = person.addresses.map((address) => ({
    address,
    holder: known.doors.get(address.door) ?? null,
  }));
  const strong = held.filter(({ address }) => !address.weak);
  const owners = new Set(
    strong.flatMap(({ holder }) => (holder && !holder.retired ? [holder.contactId] : [])),
  );
  const [owner, second] = [...owners];
  if (second !== undefined) {
    const other = strong.find(({ holder }) => holder?.contactId === second);
    return {
      result: 'skipped',
      code: 'addresses_of_two',
      detail: other?.address.typed ?? '',
      contactId: second,
    };
  }
  const retired = strong.find(({ holder }) => holder?.retired);
  if (owner === undefined && retired) {
    return {
      result: 'skipped',
      code: 'address_retired',
      detail: retired.address.typed,
      contactId: retired.holder?.contactId ?? null,
    };
  }
  const id =
    owner ??
    sameName(
      person,
      held.map(({ holder }) => holder?.contactId),
      known,
    ) ??
    known.byImportKey.get(person.importKey);
  const contact = id === undefined ? undefined : known.contacts.get(id);
  return contact ? fillIn(person, contact, known) : make(person, known, makeId());
}

type Held = readonly (string | undefined)[];

/** Whoever holds one of the shared doors under the same name, if that is one person. */
function sameName(person: Person, holders: Held, known: Known): string | undefined {
  const same = new Set(
    holders.filter(
      (id) => id !== undefined && (person.nameless || known.contacts.get(id)?.nameKey === person.nameKey),
    ),
  );
  return same.size === 1 ? [...same][0] : undefined;
}

function make(person: Person, known: Known, id: string): Decision {
  const offered = offers(person);
  const empty = new Set(Object.keys(offered).filter((column) => offered[column] === null));
  const contact = {
    id,
    nameKey: person.nameKey,
    empty,
    addresses: new Set<string>(),
    tags: new Set<string>(),
    leftOut: false,
  };
  known.contacts.set(id, contact);
  const { addresses, notes } = place(person, contact, known);
  // Somebody with a door of their own is found by it; the others by who they are in this file.
  if (!addresses.some(({ state }) => state === 'held')) known.byImportKey.set(person.importKey, id);
  const told = { contactId: id, person, made: true, addresses, ...mark(person, contact), fills: [] };
  return { result: 'created', told, notes };
}

function fillIn(person: Person, contact: KnownContact, known: Known): Decision {
  const { addresses, notes } = place(person, contact, known);
  const offered = offers(person);
  const fills = Object.keys(offered).filter(
    (column) => offered[column] !== null && contact.empty.has(column),
  );
  for (const column of fills) contact.empty.delete(column);
  const told = { contactId: contact.id, person, made: false, addresses, ...mark(person, contact), fills };
  const changes = addresses.length > 0 || fills.length > 0 || told.tags.length > 0 || told.leavesOut;
  return { result: changes ? 'updated' : 'unchanged', told, notes };
}

/** What a row has to offer for each column that may be empty. */
function offers(person: Person): Readonly<Record<string, string | null>> {
  const met_how = person.metHow === 'unknown' ? null : person.metHow;
  return { ...person.fillings, organization_id: person.organization, met_how };
}
