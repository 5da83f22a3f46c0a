import 'server-only';
import { pool, type Queryable, rows } from '@/lib/db/pool';
import { unheardSql } from '@/lib/threads/queries';
import type { KnownAddress } from '../matching/match';
import type { Prepared } from './incoming';
import { type Known, type MessageHere, namesOf, type There, type ThreadHere } from './planned';

/** Our own addresses, and whose they are: of mailboxes, of what one signs in with, and of accounts. */
export async function ownAddresses(on: Queryable = pool()): Promise<{ address: string; userId: string }[]> {
  return rows(
    `SELECT DISTINCT ON (x.address) x.address, x.user_id AS "userId" FROM (
      SELECT lower(b.email) AS address, b.user_id, b.created_at, 0 AS n FROM mailboxes b
      UNION ALL SELECT lower(b.login), b.user_id, b.created_at, 1 FROM mailboxes b WHERE b.login LIKE '%@%'
      UNION ALL SELECT lower(u.email), u.id, u.created_at, 2 FROM users u) x ORDER BY x.address, x.n, x.created_at`,
    [],
    on,
  );
}

/** Which of these handles are somebody's. Whose a shared one is, its holder's row says. */
export async function knownAddresses(
  handles: readonly string[],
  on: Queryable = pool(),
): Promise<Map<string, KnownAddress>> {
  if (handles.length === 0) return new Map();
  const found = await rows<KnownAddress & { handle: string }>(
    `SELECT a.handle, a.contact_id AS "contactId", a.id AS "addressId" FROM addresses a JOIN contacts c ON c.id = a.contact_id
    WHERE a.channel = 'email' AND a.handle = ANY ($1) AND a.state <> 'shared' AND c.merged_into_id IS NULL`,
    [handles],
    on,
  );
  return new Map(found.map(({ handle, ...address }) => [handle, address]));
}

const messageHere = `m.id, m.contact_id AS "contactId", m.direction, m.kind, m.address_id AS "addressId", m.thread_id AS "threadId"`;

/** The messages under these Message-IDs, in the order in which they were recorded. */
export async function knownMessages(
  ids: readonly string[],
  on: Queryable = pool(),
): Promise<Map<string, MessageHere[]>> {
  const by = new Map<string, MessageHere[]>();
  if (ids.length === 0) return by;
  const found = await rows<MessageHere & { ref: string }>(
    `SELECT m.message_id_header AS ref, ${messageHere} FROM messages m
    WHERE m.message_id_header = ANY ($1) AND m.channel = 'email' ORDER BY m.recorded_seq`,
    [ids],
    on,
  );
  for (const { ref, ...one } of found) by.set(ref, [...(by.get(ref) ?? []), one]);
  return by;
}

/** Rows that a mail may be already: of whom, under which Message-ID, with which words, and whether somebody heard them. */
export async function messagesUnder(refs: readonly string[], on: Queryable): Promise<There[]> {
  return rows<There>(
    `SELECT m.id, m.contact_id AS "contactId", m.message_id_header AS ref, m.direction, m.kind, m.body,
      m.direction = 'inbound' AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
        AND (NOT (${unheardSql}) OR EXISTS (SELECT FROM messages a WHERE a.answers_id = m.id)) AS "isHeard"
    FROM messages m WHERE m.message_id_header = ANY ($1)`,
    [refs],
    on,
  );
}

/** The threads of these contacts by e-mail, newest first. */
export async function threadsOf(contactIds: readonly string[], on: Queryable): Promise<ThreadHere[]> {
  if (contactIds.length === 0) return [];
  return rows<ThreadHere>(
    `SELECT t.id, t.contact_id AS "contactId", t.address_id AS "addressId" FROM threads t
    WHERE t.contact_id = ANY ($1) AND t.channel = 'email' ORDER BY t.created_at DESC, t.id DESC`,
    [contactIds],
    on,
  );
}

/** The last message of ours to this address in the week before a moment, sent from wherever. */
export async function lastMessageTo(
  addressId: string,
  before: Date,
  on: Queryable,
): Promise<MessageHere | null> {
  const [found] = await rows<MessageHere>(
    `SELECT ${messageHere} FROM messages m
    JOIN addresses a ON a.id = $1 AND a.contact_id = m.contact_id
    WHERE m.address_id = $1 AND m.direction = 'outbound' AND m.kind = 'human' AND m.channel = 'email'
      AND m.occurred_at <= $2::timestamptz + interval '10 minutes' AND m.occurred_at > $2::timestamptz - interval '7 days'
    ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1`,
    [addressId, before],
    on,
  );
  return found ?? null;
}

/** Of these addresses, those from which a person has written after a moment. */
export async function aliveAfter(
  addressIds: readonly string[],
  after: Date,
  on: Queryable,
): Promise<Set<string>> {
  const found = await rows<{ id: string }>(
    `SELECT a.id FROM addresses a WHERE a.id = ANY ($1) AND EXISTS (SELECT FROM messages m WHERE m.contact_id = a.contact_id
      AND m.address_id = a.id AND m.direction = 'inbound' AND m.kind = 'human' AND m.moment > $2)`,
    [addressIds, after],
    on,
  );
  return new Set(found.map(({ id }) => id));
}

/** What is known of everybody that these mails name. Of reports more is asked (`reportFacts`). */
export async function factsAbout(mails: readonly Prepared[], on: Queryable): Promise<Known> {
  const handles = mails.flatMap(({ mail, reported }) => [
    ...(mail.from ? [mail.from] : []),
    ...mail.to,
    ...reported,
  ]);
  return {
    addresses: await knownAddresses([...new Set(handles)], on),
    known: await knownMessages([...new Set(mails.flatMap(namesOf))], on),
    lastTo: new Map(),
    aliveSince: new Set(),
  };
}

/** Of a mail that says that one of ours came back: what went last to whom it failed, and who has written since. */
export async function reportFacts(
  { mail, reported, internalDate }: Prepared,
  { addresses, known }: Known,
  on: Queryable,
): Promise<Pick<Known, 'lastTo' | 'aliveSince'>> {
  const lastTo = new Map<string, MessageHere>();
  if (!mail.read.bounce) return { lastTo, aliveSince: new Set() };
  const failed = reported.flatMap((handle) => addresses.get(handle)?.addressId ?? []);
  for (const addressId of failed) {
    const last = await lastMessageTo(addressId, internalDate, on);
    if (last) lastTo.set(addressId, last);
  }
  const concerned = [...failed, ...[...known.values()].flat().flatMap(({ addressId }) => addressId ?? [])];
  return { lastTo, aliveSince: await aliveAfter(concerned, internalDate, on) };
}

/** The doors of these handles, in their order (law.doors_of_mail): what a mail of strangers is remembered under. */
export async function doorsOf(handles: readonly string[], on: Queryable): Promise<Map<string, Buffer>> {
  const [found] = await rows<{ doors: Buffer[] }>('SELECT law.doors_of_mail($1) AS doors', [handles], on);
  return new Map(handles.flatMap((handle, at) => (found?.doors[at] ? [[handle, found.doors[at]]] : [])));
}
