import { mailFailed } from '@/lib/mail/fault';
import type { MailHead } from '@/lib/mail/imap';
import { prepare } from '../filing/incoming';
import { knownAddresses, knownMessages } from '../filing/queries';
import { noteGone, type Seen } from '../folders/mutations';
import type { Folder } from '../folders/queries';
import { type Head, readHead } from '../heads/head';
import { isWanted } from '../heads/wanted';
import { ignoredAmong } from '../strangers/queries';
import { addedIfNew } from './added';
import type { Listening } from './listener';

/** Of a larger mail its beginning is read: what a person wrote stands there, and attachments after it. Bytes. */
const largest = 4 * 1024 * 1024;
const beginning = 1024 * 1024;

/** A mail whose header was read. `size` is what of it is to be fetched, `whole` what there is; bytes. */
export interface Weighed {
  readonly uid: number;
  readonly internalDate: Date;
  readonly head: Head;
  readonly isWanted: boolean;
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
  const ignored = await ignoredAmong(
    mailbox.userId,
    known.flatMap(({ head }) => head.from ?? []),
  );
  return known.map(({ uid, internalDate, head, size: whole }) => {
    const strangersCount =
      role !== 'sent' &&
      mailbox.unknownSenders !== 'ignore' &&
      internalDate >= mailbox.connectedAt &&
      !ignored.has(head.from ?? '');
    const wanted = isWanted(head, { ...knowing, strangersCount });
    const size = wanted ? Math.min(whole, largest) : 0;
    return { uid, internalDate, head, isWanted: wanted, size, whole };
  });
}

/** Fetches and reads what is to be fetched; of the rest the header is all there is. */
export async function fetched(
  listening: Listening,
  folder: Folder,
  run: readonly Weighed[],
): Promise<Seen[]> {
  const bytesOf = await fetchedBytes(listening, folder, run);
  const seen: Seen[] = [];
  for (const { uid, internalDate, head, whole, isWanted: wanted } of run) {
    const bytes = bytesOf.get(uid);
    if (!wanted) seen.push({ uid, internalDate, people: head.people, refs: head.refs });
    else if (bytes) {
      const read = await listening.ears.read(bytes);
      const prepared = prepare({ bytes, cut: whole > largest, size: whole, internalDate, read });
      await addedIfNew(listening, folder, prepared);
      seen.push({ uid, internalDate, prepared });
    }
  }
  return seen;
}

async function fetchedBytes(
  listening: Listening,
  folder: Folder,
  run: readonly Weighed[],
): Promise<Map<number, Buffer>> {
  const { session } = listening;
  const found = new Map<number, Buffer>();
  const wanted = run.filter((one) => one.isWanted);
  const small = wanted.filter(({ whole }) => whole <= largest).map(({ uid }) => uid);
  for await (const { uid, bytes } of session.sources(small)) found.set(uid, bytes);
  for (const { uid, whole } of wanted) {
    const begun = whole > largest ? await session.beginning(uid, beginning) : null;
    if (begun) found.set(uid, begun.bytes);
  }
  await mustBeGone(
    listening,
    folder,
    wanted.map(({ uid }) => uid),
    new Set(found.keys()),
  );
  return found;
}

/**
 * Notes what was asked for and did not come as gone. A mail that is there all the same would be missed for ever.
 * @throws EarshotError `mail_failed` when it is there
 */
export async function mustBeGone(
  { session, lease }: Listening,
  folder: Folder,
  asked: readonly number[],
  came: ReadonlySet<number>,
): Promise<void> {
  const missing = asked.filter((uid) => !came.has(uid));
  if (missing.length === 0) return;
  if ((await session.present(missing)).length > 0) throw mailFailed('other');
  await noteGone(lease, folder, missing);
}
