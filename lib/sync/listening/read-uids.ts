import { mailFailed } from '@/lib/mail/fault';
import type { MailHead } from '@/lib/mail/imap';
import { prepare, type Prepared } from '../filing/incoming';
import type { Filed, Place } from '../filing/mutations';
import { knownAddresses, knownMessages } from '../filing/queries';
import { type Cursor, keepBatch, type Seen } from '../folders/mutations';
import type { Folder } from '../folders/queries';
import { type Head, headFields, readHead } from '../heads/head';
import { isWanted, runsOf } from '../heads/wanted';
import type { Listening } from './listener';

/** UIDs whose headers are asked for at once. */
export const headsAtOnce = 200;
const run = { most: 50, bytes: 8 * 1024 * 1024 };
/** Of a larger mail its beginning is read: what a person wrote stands there, and attachments after it. */
const largest = 4 * 1024 * 1024;
const beginning = 1024 * 1024;

type Known = MailHead & { readonly head: Head };

export type Direction = 'new' | 'back' | 'wanted';

/**
 * Reads at most `headsAtOnce` mails of the open folder and keeps them, run by run, each with the cursor: new mail upwards,
 * older mail downwards. What does not come although it is there fails the whole; what is gone meanwhile is gone.
 */
export async function readUids(
  listening: Listening,
  folder: Folder,
  uids: readonly number[],
  direction: Direction,
): Promise<Filed[]> {
  const { session, lease } = listening;
  const heads = await session.heads(uids, headFields);
  await mustBeGone(listening, uids, heads);
  const known = heads.map((one): Known => ({ ...one, head: readHead(one.header) }));
  known.sort((a, b) => (direction === 'new' ? a.uid - b.uid : b.uid - a.uid));
  const filed: Filed[] = [];
  const runs = runsOf(await asFetched(listening, folder, known), run);
  for (const [at, one] of runs.entries()) {
    const seen = await fetched(listening, one);
    const isLast = at === runs.length - 1;
    const cursor = cursorAfter(direction, isLast ? uids : one.map(({ uid }) => uid));
    filed.push(...(await keepBatch(lease, folder, seen, placeOf(listening, folder), cursor)));
  }
  // All of them are gone: the cursor passes over.
  if (runs.length === 0)
    await keepBatch(lease, folder, [], placeOf(listening, folder), cursorAfter(direction, uids));
  return filed;
}

export function placeOf({ mailbox, own }: Listening, { role }: Folder): Place {
  return {
    mailboxId: mailbox.id,
    own,
    mailboxUserId: mailbox.userId,
    inSent: role === 'sent',
    since: mailbox.unknownSenders === 'ignore' ? null : mailbox.connectedAt,
    keeps: false,
  };
}

function cursorAfter(direction: Direction, uids: readonly number[]): Cursor {
  if (direction === 'wanted' || uids.length === 0) return {};
  return direction === 'new' ? { nextUid: Math.max(...uids) + 1 } : { backUid: Math.min(...uids) };
}

type ToFetch = Known & { readonly wanted: boolean };

async function asFetched(
  listening: Listening,
  { role }: Folder,
  known: readonly Known[],
): Promise<ToFetch[]> {
  const { own, mailbox } = listening;
  const people = new Set(known.flatMap(({ head }) => head.people).filter((handle) => !own.has(handle)));
  const addresses = await knownAddresses([...people]);
  const ids = await knownMessages([...new Set(known.flatMap(({ head }) => head.refs))]);
  const knowing = { own: new Set(own.keys()), contacts: new Set(addresses.keys()), ids: new Set(ids.keys()) };
  return known.map((one) => {
    const strangersCount =
      role !== 'sent' && mailbox.unknownSenders !== 'ignore' && one.internalDate >= mailbox.connectedAt;
    const wanted = isWanted(one.head, { ...knowing, strangersCount });
    return { ...one, wanted, size: wanted ? Math.min(one.size, largest) : 0, whole: one.size };
  });
}

async function fetched(
  listening: Listening,
  run: readonly (ToFetch & { whole?: number })[],
): Promise<Seen[]> {
  const { session, ears } = listening;
  const bytesOf = new Map<number, Buffer>();
  const wanted = run.filter((one) => one.wanted);
  const isLarge = (one: { whole?: number }) => (one.whole ?? 0) > largest;
  for await (const { uid, bytes } of session.sources(
    wanted.filter((one) => !isLarge(one)).map(({ uid }) => uid),
  )) {
    bytesOf.set(uid, bytes);
  }
  for (const { uid } of wanted.filter(isLarge)) {
    const begun = await session.beginning(uid, beginning);
    if (begun) bytesOf.set(uid, begun.bytes);
  }
  await mustBeGone(
    listening,
    wanted.map(({ uid }) => uid),
    [...bytesOf.keys()].map((uid) => ({ uid })),
  );
  const seen: Seen[] = [];
  for (const one of run) {
    const { uid, internalDate, head } = one;
    const bytes = bytesOf.get(uid);
    if (!one.wanted) seen.push({ uid, internalDate, people: head.people, refs: head.refs });
    else if (bytes) {
      const size = one.whole ?? bytes.byteLength;
      const prepared = prepare({
        bytes,
        cut: isLarge(one),
        size,
        internalDate,
        read: await ears.read(bytes),
      });
      await addedIfNew(listening, prepared);
      seen.push({ uid, internalDate, prepared });
    }
  }
  return seen;
}

// Somebody unknown who wrote is kept before their mail is filed, where the mailbox says so.
async function addedIfNew(
  { ears, mailbox, own }: Listening,
  { mail, name, internalDate }: Prepared,
): Promise<void> {
  if (mailbox.unknownSenders !== 'add' || mail.read.kind !== 'human' || mail.from === null) return;
  if (own.has(mail.from) || internalDate < mailbox.connectedAt || mail.refs.length > 0) return;
  const known = await knownAddresses([mail.from]);
  if (known.size === 0) await ears.addStranger(mailbox.userId, { handle: mail.from, name });
}

// A mail that is there and does not come would be missed for ever: whoever reads on has to know that it is gone.
async function mustBeGone(
  { session }: Listening,
  asked: readonly number[],
  came: readonly { readonly uid: number }[],
): Promise<void> {
  const there = new Set(came.map(({ uid }) => uid));
  const missing = asked.filter((uid) => !there.has(uid));
  if (missing.length === 0) return;
  if ((await session.present(missing)).length > 0) throw mailFailed('other');
}
