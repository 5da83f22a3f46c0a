import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { inTransaction, type PoolClient, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { doneUnlessImpossible, type Done, impossibleOf } from '@/lib/errors/impossible';
import { type AddressChannel, type AddressFault, channelsOfDoor, readAddress } from './addresses';
import type { ContactInput, MetInput, NoteInput } from './contact-form';
import { guessGivenName } from './given-name';
import { nameKey } from './name-key';
import { organizationFor } from './organizations/mutations';
import { holderOf } from './queries';

/** A handle as somebody typed it. */
export interface TypedAddress {
  readonly channel: AddressChannel;
  readonly typed: string;
}

/** Why an address cannot be kept: it is none, or it is somebody else's door for ever. */
export type AddressRefusal =
  | { readonly reason: 'unreadable'; readonly channel: AddressChannel; readonly code: AddressFault }
  | { readonly reason: 'retired_here'; readonly channel: AddressChannel }
  | {
      readonly reason: 'of_another';
      readonly channel: AddressChannel;
      readonly holder: { readonly id: string; readonly name: string; readonly retired: boolean };
    };

export type Edited = { readonly ok: true } | { readonly ok: false; readonly reason: 'not_found' };

export type Kept = { readonly ok: true; readonly id: string } | ({ readonly ok: false } & AddressRefusal);

/**
 * Keeps somebody new, with their addresses. One that is somebody else's refuses all of it, unless `share`: then it is
 * listed here too, unsendable, and stays theirs (a switchboard, a role mailbox).
 */
export async function createContact(
  actor: Writer,
  input: ContactInput,
  typed: readonly TypedAddress[],
  { share }: { share: boolean },
): Promise<Kept> {
  const read = readAll(typed, input.country);
  if ('refused' in read) return read.refused;
  const email = read.addresses.find(({ channel }) => channel === 'email')?.handle ?? null;
  return keeping(actor, read.addresses, async (client) => {
    const id = v7();
    const organizationId = await organizationFor(actor, client, { name: input.organization, email });
    await client.query(
      `INSERT INTO contacts (id, created_by_id, organization_id, ${Object.keys(columnsOf(input)).join(', ')})
      VALUES ($1, $2, $3, ${Object.keys(columnsOf(input))
        .map((_, at) => `$${at + 4}`)
        .join(', ')})`,
      [id, actor.userId, organizationId, ...Object.values(columnsOf(input))],
    );
    for (const address of read.addresses) await insertAddress(client, id, address, share);
    await setTags(client, id, input.tags);
    return id;
  });
}

/** Changes what is kept about somebody, besides addresses. */
export async function editContact(actor: Writer, id: string, input: ContactInput): Promise<Edited> {
  return withRetry(() =>
    inTransaction(async (client) => {
      const [first] = await rows<{ handle: string }>(
        `SELECT handle FROM addresses WHERE contact_id = $1 AND channel = 'email' AND state = 'held' ORDER BY created_at, id LIMIT 1`,
        [id],
        client,
      );
      const named =
        input.organization === null
          ? null
          : await organizationFor(actor, client, { name: input.organization, email: first?.handle ?? null });
      const columns = Object.entries(columnsOf(input));
      const changed = await client.query(
        `UPDATE contacts SET organization_id = $2, ${columns.map(([column], at) => `${column} = $${at + 3}`).join(', ')} WHERE id = $1`,
        [id, named, ...columns.map(([, value]) => value)],
      );
      if (changed.rowCount === 0) return { ok: false, reason: 'not_found' } as const;
      await setTags(client, id, input.tags);
      return { ok: true } as const;
    }),
  );
}

function columnsOf(input: ContactInput) {
  return {
    name: input.name,
    name_key: nameKey(input.name),
    given_name: input.given_name ?? guessGivenName(input.name),
    position: input.position,
    language: input.language,
    country: input.country,
    time_zone: input.time_zone,
    ...metColumns(input),
    note: input.note,
  };
}

function metColumns(input: MetInput) {
  return {
    met_how: input.met_how,
    met_where: input.met_where,
    met_on: input.met_on,
    introducer_name: input.introducer,
    source_of_address: input.source,
  };
}

/** Changes how somebody was met, and nothing else. */
export async function editMet(_actor: Writer, id: string, input: MetInput): Promise<Edited> {
  const columns = Object.entries(metColumns(input));
  const changed = await withRetry(() =>
    rows(
      `UPDATE contacts SET ${columns.map(([column], at) => `${column} = $${at + 2}`).join(', ')}, introduced_by_id = CASE WHEN introducer_name IS NOT DISTINCT FROM $${columns.findIndex(([column]) => column === 'introducer_name') + 2} THEN introduced_by_id END WHERE id = $1 RETURNING id`,
      [id, ...columns.map(([, value]) => value)],
    ),
  );
  return changed.length === 1 ? { ok: true } : { ok: false, reason: 'not_found' };
}

/** Changes our note about somebody and their tags, and nothing else. */
export async function editNote(_actor: Writer, id: string, { note, tags }: NoteInput): Promise<Edited> {
  return withRetry(() =>
    inTransaction(async (client) => {
      const changed = await client.query('UPDATE contacts SET note = $2 WHERE id = $1', [id, note]);
      if (changed.rowCount === 0) return { ok: false, reason: 'not_found' } as const;
      await setTags(client, id, tags);
      return { ok: true } as const;
    }),
  );
}

/** Adds one address to somebody. */
export async function addAddress(
  actor: Writer,
  contactId: string,
  typed: TypedAddress,
  { share }: { share: boolean },
): Promise<Kept> {
  const [contact] = await rows<{ country: string | null }>('SELECT country FROM contacts WHERE id = $1', [
    contactId,
  ]);
  const read = readAll([typed], contact?.country ?? null);
  if ('refused' in read) return read.refused;
  for (const { channel, handle } of read.addresses) {
    const holder = await holderOf(actor, channel, handle);
    if (holder?.id === contactId && holder.retired) return { ok: false, reason: 'retired_here', channel };
  }
  return keeping(actor, read.addresses, async (client) => {
    for (const address of read.addresses) await insertAddress(client, contactId, address, share);
    return contactId;
  });
}

/** Takes an address away from somebody: it stays with them, retired, for ever. */
export async function retireAddress(actor: Writer, addressId: string): Promise<Done> {
  return doneUnlessImpossible(() => rows('SELECT law.retire_address($1, $2)', [addressId, actor.userId]));
}

interface Address extends TypedAddress {
  readonly handle: string;
}

function readAll(
  typed: readonly TypedAddress[],
  country: string | null,
): { addresses: Address[] } | { refused: Kept & { ok: false } } {
  const addresses = new Map<string, Address>();
  for (const one of typed) {
    const read = readAddress(one.channel, one.typed, country);
    if (!read.ok)
      return { refused: { ok: false, reason: 'unreadable', channel: one.channel, code: read.code } };
    addresses.set(`${one.channel}:${read.handle}`, { ...one, handle: read.handle });
  }
  return { addresses: [...addresses.values()] };
}

async function keeping(
  actor: Writer,
  addresses: readonly Address[],
  work: (client: PoolClient) => Promise<string>,
): Promise<Kept> {
  try {
    return { ok: true, id: await withRetry(() => inTransaction(work)) };
  } catch (error) {
    if (impossibleOf(error) !== 'address_belongs_to_another') throw error;
    for (const { channel, handle } of addresses) {
      const holder = await holderOf(actor, channel, handle);
      if (holder) return { ok: false, reason: 'of_another', channel, holder };
    }
    throw error;
  }
}

async function insertAddress(
  client: PoolClient,
  contactId: string,
  { channel, handle, typed }: Address,
  share: boolean,
) {
  const held = `EXISTS (SELECT FROM addresses a WHERE a.channel = ANY ($6::channel[]) AND a.handle = $4 AND a.state <> 'shared' AND a.contact_id <> $2)`;
  await client.query(
    `INSERT INTO addresses (id, contact_id, channel, handle, typed, state)
    SELECT $1, $2, $3, $4, $5, CASE WHEN $7 AND ${held} THEN 'shared' ELSE 'held' END::address_state ON CONFLICT (contact_id, channel, handle) DO NOTHING`,
    [v7(), contactId, channel, handle, typed.trim().slice(0, 300), channelsOfDoor(channel), share],
  );
}

async function setTags(client: PoolClient, contactId: string, names: readonly string[]) {
  await client.query(
    `INSERT INTO tags (id, name) SELECT i, n FROM unnest($1::uuid[], $2::text[]) x (i, n)
    WHERE NOT EXISTS (SELECT FROM tags t WHERE lower(t.name) = lower(n)) ORDER BY n ON CONFLICT DO NOTHING`,
    [names.map(() => v7()), names],
  );
  await client.query(
    `DELETE FROM contact_tags c USING tags t WHERE t.id = c.tag_id AND c.contact_id = $1 AND lower(t.name) <> ALL ($2)`,
    [contactId, names.map((name) => name.toLowerCase())],
  );
  await client.query(
    `INSERT INTO contact_tags (contact_id, tag_id) SELECT $1, t.id FROM tags t WHERE lower(t.name) = ANY ($2) ON CONFLICT DO NOTHING`,
    [contactId, names.map((name) => name.toLowerCase())],
  );
}
