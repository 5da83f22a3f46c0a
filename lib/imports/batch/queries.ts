import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { type AddressChannel, channelsOfDoor, doorOf } from '@/lib/contacts/addresses';
import { nameKey } from '@/lib/contacts/name-key';
import { organizationDomain } from '@/lib/contacts/organization-domain';
import {
  closed,
  organizationClosed,
  organizationRests,
  quietSql,
  rests,
} from '@/lib/contacts/standing-filter';
import { type Queryable, rows } from '@/lib/db/pool';
import type { Person } from '../person';
import type { Known, KnownContact } from './known';

/** What the database knows of everybody whom these rows may mean: four statements, whatever their number. */
export async function knownTo(_actor: Actor, people: readonly Person[], on: Queryable): Promise<Known> {
  const doors = await holdersOf(people, on);
  const byImportKey = await madeBefore(people, on);
  const ids = new Set([...[...doors.values()].map(({ contactId }) => contactId), ...byImportKey.values()]);
  return { doors, byImportKey, contacts: await contactsOf([...ids], on) };
}

async function holdersOf(people: readonly Person[], on: Queryable) {
  const asked = new Map<string, { channel: AddressChannel; handle: string }>();
  for (const { channel, handle } of people.flatMap(({ addresses }) => addresses)) {
    for (const one of channelsOfDoor(channel)) asked.set(`${one}:${handle}`, { channel: one, handle });
  }
  const found = await rows<{ channel: AddressChannel; handle: string; retired: boolean; contact_id: string }>(
    `SELECT a.channel, a.handle, a.state = 'retired' AS retired, coalesce(c.merged_into_id, c.id) AS contact_id
    FROM unnest($1::channel[], $2::text[]) k (channel, handle)
      JOIN addresses a ON a.channel = k.channel AND a.handle = k.handle AND a.state <> 'shared' JOIN contacts c ON c.id = a.contact_id
    ORDER BY a.state = 'retired' DESC`,
    [[...asked.values()].map(({ channel }) => channel), [...asked.values()].map(({ handle }) => handle)],
    on,
  );
  // One number may be held on one channel and retired on another: held counts.
  return new Map(
    found.map(({ channel, handle, retired, contact_id }) => [
      doorOf(channel, handle),
      { contactId: contact_id, retired },
    ]),
  );
}

async function madeBefore(people: readonly Person[], on: Queryable) {
  const found = await rows<{ id: string; import_key: string }>(
    'SELECT coalesce(merged_into_id, id) AS id, import_key FROM contacts WHERE import_key = ANY ($1)',
    [people.map(({ importKey }) => importKey)],
    on,
  );
  return new Map(found.map(({ id, import_key }) => [import_key, id]));
}

const fillable = [
  'given_name',
  'position',
  'language',
  'country',
  'time_zone',
  'met_where',
  'introducer_name',
  'source_of_address',
  'note',
  'organization_id',
];

async function contactsOf(ids: readonly string[], on: Queryable): Promise<Map<string, KnownContact>> {
  const found = await rows<{
    id: string;
    name_key: string;
    empty: string[];
    addresses: string[];
    tags: string[];
    left_out: boolean;
  }>(
    `SELECT c.id, c.name_key,
      array_remove(ARRAY[${fillable.map((column) => `CASE WHEN c.${column} IS NULL THEN '${column}' END`).join(', ')},
        CASE c.met_how WHEN 'unknown' THEN 'met_how' END], NULL) AS empty,
      ARRAY(SELECT a.channel || ':' || a.handle FROM addresses a WHERE a.contact_id = c.id) AS addresses,
      ARRAY(SELECT lower(t.name) FROM contact_tags k JOIN tags t ON t.id = k.tag_id WHERE k.contact_id = c.id) AS tags,
      EXISTS (SELECT FROM opt_outs o WHERE o.contact_id = c.id AND (o.cause = 'imported' OR o.lifted_at IS NULL)) AS left_out
    FROM contacts c WHERE c.id = ANY ($1)`,
    [ids],
    on,
  );
  return new Map(
    found.map(({ id, name_key, empty, addresses, tags, left_out }) => [
      id,
      {
        id,
        nameKey: name_key,
        empty: new Set(empty),
        addresses: new Set(addresses),
        tags: new Set(tags),
        leftOut: left_out,
      },
    ]),
  );
}

/** Organizations by the key of their name, and by the domains they own, as far as these rows ask. */
export async function organizationsKnownTo(_actor: Actor, people: readonly Person[], on: Queryable) {
  const keys = new Set(
    people.flatMap(({ organization }) => (organization === null ? [] : [nameKey(organization)])),
  );
  const domains = new Set(people.flatMap((person) => domainOf(person) ?? []));
  const named = await rows<{ id: string; name_key: string }>(
    'SELECT DISTINCT ON (name_key) id, name_key FROM organizations WHERE name_key = ANY ($1) ORDER BY name_key, created_at, id',
    [[...keys]],
    on,
  );
  const owned = await rows<{ domain: string; organization_id: string }>(
    'SELECT domain, organization_id FROM organization_domains WHERE domain = ANY ($1)',
    [[...domains]],
    on,
  );
  return {
    byName: new Map(named.map(({ id, name_key }) => [name_key, id])),
    byDomain: new Map(owned.map(({ domain, organization_id }) => [domain, organization_id])),
  };
}

/** The domain of somebody's first e-mail address, if it may be an organization's own. */
export function domainOf({ addresses }: Pick<Person, 'addresses'>): string | null {
  const email = addresses.find(({ channel }) => channel === 'email');
  return email ? organizationDomain(email.handle) : null;
}

/** Whom of these one may not write to, and the code of why: an import opens nothing, and says so. */
export async function stillClosed(
  _actor: Actor,
  ids: readonly string[],
  on: Queryable,
): Promise<Map<string, string>> {
  const found = await rows<{ id: string; code: string }>(
    `WITH ${quietSql} SELECT s.contact_id AS id, code FROM standing s CROSS JOIN LATERAL (SELECT CASE
      WHEN ${closed} THEN s.closed_by::text WHEN ${organizationClosed} THEN 'declined'
      WHEN EXISTS (SELECT FROM addresses a JOIN suppressions x ON x.key_hash = ANY (a.door_hashes) AND x.lifted_at IS NULL
        WHERE a.contact_id = s.contact_id) THEN 'suppressed'
      WHEN ${rests} OR ${organizationRests} THEN 'resting'
      WHEN s.turn = 'theirs' THEN 'awaiting_reply' END AS code) c
    WHERE s.contact_id = ANY ($1) AND code IS NOT NULL`,
    [ids],
    on,
  );
  return new Map(found.map(({ id, code }) => [id, code]));
}
