import type { Person } from '../person';
import type { Known, KnownContact } from './known';

/** Gives a contact the addresses of a row that it lacks; what is somebody else's is listed, unsendable. */
export function place(person: Person, contact: KnownContact, known: Known) {
  const left = person.addresses.length > 0 ? 'address_left_out' : 'kept_by_name';
  const notes: string[] = person.unreadable === null ? [] : [left];
  const addresses = person.addresses.flatMap((address) => {
    const name = `${address.channel}:${address.handle}`;
    if (contact.addresses.has(name)) return [];
    const holder = known.doors.get(address.door);
    if (holder?.retired && holder.contactId === contact.id) return [];
    const shared = holder !== undefined && holder.contactId !== contact.id;
    if (shared && !address.weak) return [];
    contact.addresses.add(name);
    if (!holder) known.doors.set(address.door, { contactId: contact.id, retired: false });
    if (shared) notes.push('address_shared');
    return [{ ...address, state: shared ? ('shared' as const) : ('held' as const) }];
  });
  return { addresses, notes: [...new Set(notes)] };
}

/** The tags of a row that a contact lacks, and whether it is to be left out from now on. */
export function mark(person: Person, contact: KnownContact) {
  const tags = person.tags.filter((tag) => !contact.tags.has(tag.toLowerCase()));
  for (const tag of tags) contact.tags.add(tag.toLowerCase());
  const leavesOut = person.leftOut && !contact.leftOut;
  if (leavesOut) contact.leftOut = true;
  return { tags, leavesOut };
}
