import type { MailHead } from '@/lib/mail/imap';
import { knownAddresses, knownMessages } from '../filing/queries';
import type { Folder } from '../folders/queries';
import { type Head, readHead } from '../heads/head';
import { isWanted } from '../heads/wanted';
import { bringsStrangers } from '../strangers/by-itself';
import { ignoredAmong } from '../strangers/queries';
import type { Listening } from './listener';

/** Of a larger mail its beginning is read: what a person wrote stands there, and attachments after it. Bytes. */
export const largest = 4 * 1024 * 1024;

/** A mail whose header was read. `size` is what of it is to be fetched, `whole` what there is; bytes. */
export interface Weighed {
  readonly uid: number;
  readonly internalDate: Date;
  readonly head: Head;
  readonly isWanted: boolean;
  /** It seems to be of somebody who is known, or about what is here. */
  readonly mayBeReply: boolean;
  readonly size: number;
  readonly whole: number;
}

/** Reads headers, and says of each mail whether it is to be fetched. */
export async function weighed(
  { own, mailbox }: Listening,
  { role }: Folder,
  heads: readonly MailHead[],
): Promise<Weighed[]> {
  const known = heads.map(({ header, ...one }) => ({ ...one, head: readHead(header) }));
  const people = new Set(known.flatMap(({ head }) => head.people).filter((handle) => !own.has(handle)));
  const addresses = await knownAddresses([...people]);
  const ids = await knownMessages([...new Set(known.flatMap(({ head }) => head.refs))]);
  const knowing = { own: new Set(own.keys()), contacts: new Set(addresses.keys()), ids: new Set(ids.keys()) };
  const isOfNow = ({ internalDate }: { readonly internalDate: Date }) =>
    bringsStrangers(role) && mailbox.unknownSenders !== 'ignore' && internalDate >= mailbox.connectedAt;
  const ignored = await ignoredAmong(
    mailbox.userId,
    known.filter(isOfNow).flatMap(({ head }) => head.from ?? []),
  );
  return known.map(({ uid, internalDate, head, size: whole }) => {
    const strangersCount = isOfNow({ internalDate }) && !ignored.has(head.from ?? '');
    const wanted = isWanted(head, { ...knowing, strangersCount });
    const { from, refs } = head;
    const mayBeReply =
      from !== null &&
      !own.has(from) &&
      (knowing.contacts.has(from) || refs.some((ref) => knowing.ids.has(ref)));
    const size = wanted ? Math.min(whole, largest) : 0;
    return { uid, internalDate, head, isWanted: wanted, mayBeReply, size, whole };
  });
}
