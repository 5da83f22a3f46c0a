import 'server-only';
import { pool, type Queryable, rows } from '@/lib/db/pool';
import type { Facts, KnownAddress, KnownMessage, Mail } from '../matching/match';

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
  const found = await rows<KnownAddress & { handle: string }>(
    `SELECT a.handle, a.contact_id AS "contactId", a.id AS "addressId" FROM addresses a JOIN contacts c ON c.id = a.contact_id
    WHERE a.channel = 'email' AND a.handle = ANY ($1) AND a.state <> 'shared' AND c.merged_into_id IS NULL`,
    [handles],
    on,
  );
  return new Map(found.map(({ handle, ...address }) => [handle, address]));
}

/** The messages under these Message-IDs. */
export async function knownMessages(
  ids: readonly string[],
  on: Queryable = pool(),
): Promise<Map<string, KnownMessage[]>> {
  const found = await rows<KnownMessage & { ref: string }>(
    `SELECT m.message_id_header AS ref, m.id, m.contact_id AS "contactId", m.direction, m.address_id AS "addressId" FROM messages m
    WHERE m.message_id_header = ANY ($1) AND m.channel = 'email' ORDER BY m.recorded_seq`,
    [ids],
    on,
  );
  const by = new Map<string, KnownMessage[]>();
  for (const one of found) by.set(one.ref, [...(by.get(one.ref) ?? []), one]);
  return by;
}

/** The last message of ours to this address in the week before a moment, sent from wherever. */
export async function lastMessageTo(
  addressId: string,
  before: Date,
  on: Queryable,
): Promise<KnownMessage | null> {
  const [found] = await rows<KnownMessage>(
    `SELECT m.id, m.contact_id AS "contactId", m.direction, m.address_id AS "addressId" FROM messages m
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

/** Everything `match` needs to know about one mail that came at this moment. */
export async function factsAbout(
  mail: Mail,
  reported: readonly string[],
  at: Date,
  around: Pick<Facts, 'own' | 'mailboxUserId' | 'inSent'>,
  on: Queryable,
): Promise<Facts> {
  const { read, from, to, refs } = mail;
  const original = read.bounce?.originalMessageId ?? read.complaint?.originalMessageId;
  const [addresses, known] = [
    await knownAddresses([...(from ? [from] : []), ...to, ...reported], on),
    await knownMessages(original ? [original, ...refs] : refs, on),
  ];
  const lastTo = new Map<string, KnownMessage>();
  const failed = read.bounce ? reported.flatMap((handle) => addresses.get(handle)?.addressId ?? []) : [];
  for (const addressId of failed) {
    const last = await lastMessageTo(addressId, at, on);
    if (last) lastTo.set(addressId, last);
  }
  const concerned = [...failed, ...[...known.values()].flat().flatMap(({ addressId }) => addressId ?? [])];
  const aliveSince = read.bounce ? await aliveAfter(concerned, at, on) : new Set<string>();
  return { ...around, addresses, known, lastTo, aliveSince };
}

/** The doors of these handles, in their order (law.doors_of_mail): what a mail of strangers is remembered under. */
export async function doorsOf(handles: readonly string[], on: Queryable): Promise<Map<string, Buffer>> {
  const [found] = await rows<{ doors: Buffer[] }>('SELECT law.doors_of_mail($1) AS doors', [handles], on);
  return new Map(handles.flatMap((handle, at) => (found?.doors[at] ? [[handle, found.doors[at]]] : [])));
}
