import { contactsOf, type Facts, type Mail, type Match, named, type Placed } from './match';

/** Who of us wrote this mail; null when nobody did. A reply that somebody filed under Sent stays a reply. */
export function authorOf({ from }: Mail, { own, inSent, addresses, mailboxUserId }: Facts): string | null {
  const author = from === null ? undefined : own.get(from);
  if (author) return author;
  return inSent && !(from !== null && addresses.has(from)) ? mailboxUserId : null;
}

/** A mail of ours: one row for each contact it went to, openly or not. */
export function matchOutbound(mail: Mail, facts: Facts, authorId: string): Match {
  const placed = new Map<string, Placed>();
  const place = (contactId: string, addressId: string | null) => {
    if (!placed.has(contactId)) placed.set(contactId, ours(mail, contactId, addressId, authorId));
  };
  for (const handle of mail.to) {
    const to = facts.own.has(handle) ? undefined : facts.addresses.get(handle);
    if (to) place(to.contactId, to.addressId);
  }
  // To an address we do not know, in answer to somebody we do: they wrote from there.
  const strangers = mail.to.some((handle) => !facts.own.has(handle) && !facts.addresses.has(handle));
  if (placed.size === 0 && strangers) {
    const [only, another] = contactsOf(named(mail, facts)[0] ?? []);
    if (only && !another) place(only, null);
  }
  return { placed: [...placed.values()], asked: null };
}

function ours({ read }: Mail, contactId: string, addressId: string | null, authorId: string): Placed {
  const kind = read.kind === 'auto_reply' || read.kind === 'receipt' ? read.kind : 'human';
  return { contactId, addressId, direction: 'outbound', kind, authorId, aboutId: null };
}
