import type { MessageKind } from '@/generated/prisma/enums';
import { contactsOf, type Facts, type Mail, type Match, named, nobody, type Placed } from './match';

/**
 * Whose words these are: by what the headers name, then by the sender's address, else nobody knows. A wrong contact is
 * worse than a question.
 */
export function matchInbound(mail: Mail, facts: Facts, kind: MessageKind): Match {
  const sender = mail.from === null ? undefined : facts.addresses.get(mail.from);
  const rows = named(mail, facts);
  const theirs = sender && place(sender.contactId, sender.addressId, kind);
  if (theirs && (rows.length === 0 || contactsOf(rows.flat()).includes(theirs.contactId))) {
    return { placed: [theirs], asked: null };
  }
  const nearest = whose(mail, facts, contactsOf(rows[0] ?? []));
  const [only, another] = nearest;
  if (only && !another) {
    // Somebody else answers in this conversation: their words wait for it at once, and are theirs besides.
    if (theirs) return { placed: [place(only, null, kind), theirs], asked: null };
    const asked =
      kind === 'human' && mail.from
        ? ({ kind: 'other_address', handle: mail.from, contactId: only } as const)
        : null;
    return { placed: [place(only, null, kind)], asked };
  }
  if (theirs) return { placed: [theirs], asked: null };
  if (kind !== 'human' || mail.from === null) return nobody;
  if (another)
    return { placed: [], asked: { kind: 'which_contact', handle: mail.from, candidates: nearest } };
  return { placed: [], asked: { kind: 'unknown_sender', handle: mail.from } };
}

// A mail of ours went to several: whoever answers to all names the others, and not oneself.
function whose({ to }: Mail, { addresses }: Facts, contacts: readonly string[]): readonly string[] {
  if (contacts.length < 2) return contacts;
  const others = new Set(to.flatMap((handle) => addresses.get(handle)?.contactId ?? []));
  const left = contacts.filter((one) => !others.has(one));
  return left.length === 1 && others.size > 0 ? left : contacts;
}

function place(contactId: string, addressId: string | null, kind: MessageKind): Placed {
  return { contactId, addressId, direction: 'inbound', kind, authorId: null, aboutId: null };
}
