import { handleOf } from '../heads/head';
import { type Facts, type KnownMessage, type Mail, type Match, nobody, type Placed } from './match';

/**
 * A mail of ours that came back: by the id inside, and by whose address failed. Only a dead address to which that very
 * mail went is a hard bounce; whoever has written since is not dead.
 */
export function matchBounce({ read: { bounce } }: Mail, facts: Facts): Match {
  if (!bounce) return nobody;
  const ours = sentAs(bounce.originalMessageId, facts);
  const failures = bounce.failures.length
    ? bounce.failures
    : bounce.recipients.map((recipient) => ({ recipient, hard: bounce.hard }));
  const placed = failures.flatMap(({ recipient, hard }): Placed[] => {
    const address = facts.addresses.get(handleOf(recipient) ?? '');
    if (!address) return [];
    const { contactId, addressId } = address;
    const row =
      ours.length > 0 ? ours.find((one) => one.contactId === contactId) : facts.lastTo.get(addressId);
    if (ours.length > 0 && row === undefined) return [];
    // What it is about may be read later; it does nothing before.
    const dead = hard && !bounce.delayed && (row === undefined || row.addressId === addressId);
    return [{ ...came(contactId, row, dead && !facts.aliveSince.has(addressId)), addressId }];
  });
  const [only, another] = ours;
  // Somebody else's address failed, or none is named: of one contact it is still about that mail.
  if (placed.length === 0 && only && !another) {
    const unnamed = failures.length === 0 && bounce.hard && !bounce.delayed;
    placed.push(came(only.contactId, only, unnamed && !facts.aliveSince.has(only.addressId ?? '')));
  }
  return { placed: onePerContact(placed), asked: null };
}

/** Somebody called a mail of ours spam: it stops whoever complained, as the report names them or the mail does. */
export function matchComplaint({ read: { complaint } }: Mail, facts: Facts): Match {
  if (!complaint) return nobody;
  const ours = sentAs(complaint.originalMessageId, facts);
  const complained = complaint.recipients.flatMap((one) => facts.addresses.get(handleOf(one) ?? '') ?? []);
  const rows = complained.map(({ contactId }) =>
    stop(
      contactId,
      ours.find((row) => row.contactId === contactId),
    ),
  );
  const [only, another] = ours;
  if (rows.length === 0 && only && !another) rows.push(stop(only.contactId, only));
  return { placed: onePerContact(rows), asked: null };
}

function sentAs(id: string | null, { known }: Facts): readonly KnownMessage[] {
  return (id === null ? [] : (known.get(id) ?? [])).filter(({ direction }) => direction === 'outbound');
}

function came(contactId: string, about: KnownMessage | undefined, dead: boolean): Placed {
  return { ...stop(contactId, about), kind: dead ? 'bounce' : 'soft_bounce' };
}

function stop(contactId: string, about: KnownMessage | undefined): Placed {
  const aboutId = about?.id ?? null;
  return { contactId, addressId: null, direction: 'inbound', kind: 'complaint', authorId: null, aboutId };
}

function onePerContact(placed: readonly Placed[]): Placed[] {
  const hardFirst = [...placed].sort((a, b) => Number(b.kind === 'bounce') - Number(a.kind === 'bounce'));
  return [...new Map(hardFirst.reverse().map((one) => [one.contactId, one])).values()];
}
