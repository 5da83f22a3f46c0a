import type { Channel, Organization } from '../support/history';
import type { Facts, Person } from './facts';

/** The lock behind a handle: telephone and WhatsApp are the same telephone. */
export const door = (at: Person, channel: Channel): string =>
  `${channel === 'whatsapp' ? 'phone' : channel}:${at}`;

export const domainDoor = (domain: string): string => `domain:${domain}`;

/** The address itself, of which a door may have two. */
export const address = (at: Person, channel: Channel): string => `${channel}:${at}`;

/** Whom a handle belongs to now. */
export function ownerOf(facts: Facts, at: Person): Person {
  const into = facts.contacts.get(at)?.mergedInto ?? null;
  return into === null ? at : ownerOf(facts, into);
}

const domainOf = (facts: Facts, at: Person): string => facts.contacts.get(at)?.domain ?? '';

const liesUnder = (domain: string, wide: string): boolean => domain === wide || domain.endsWith(`.${wide}`);

export function isClosed(facts: Facts, one: string): boolean {
  return facts.suppressions.some((row) => row.door === one && row.lifted === null);
}

export function isSuppressed(facts: Facts, at: Person, channel: Channel): boolean {
  if (isClosed(facts, door(at, channel))) return true;
  const domain = domainOf(facts, at);
  return (
    channel === 'email' &&
    facts.suppressions.some(
      (row) =>
        row.lifted === null &&
        row.door.startsWith('domain:') &&
        liesUnder(domain, row.door.slice('domain:'.length)),
    )
  );
}

export function isTheirs(facts: Facts, who: Person, at: Person, channel: Channel): boolean {
  return ownerOf(facts, at) === who && !facts.retired.has(address(at, channel));
}

/** Whether anything at all could be sent to them. */
export function canBeReached(facts: Facts, who: Person): boolean {
  return [...facts.contacts].some(([at, { inCast }]) =>
    (inCast ? (['email', 'linkedin', 'phone', 'whatsapp'] as const) : (['email'] as const)).some(
      (channel) => isTheirs(facts, who, at, channel) && !isSuppressed(facts, at, channel),
    ),
  );
}

/** The organizations whose no closes this address: the contact's own, and for e-mail the domain's. */
export function organizationsAt(facts: Facts, who: Person, at: Person, channel: Channel): Organization[] {
  const own = facts.contacts.get(who)?.organization ?? null;
  const domain = domainOf(facts, at);
  const byDomain = [...facts.ownDomains].flatMap(([wide, organization]) =>
    channel === 'email' && liesUnder(domain, wide) ? [organization] : [],
  );
  return own === null ? byDomain : [own, ...byDomain];
}
