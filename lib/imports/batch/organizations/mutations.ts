import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { nameKey } from '@/lib/contacts/name-key';
import { looksLikeTheirs } from '@/lib/contacts/organization-domain';
import type { PoolClient } from '@/lib/db/pool';
import type { Person } from '../../person';
import type { Told } from '../decision';
import { domainOf, organizationsKnownTo } from '../queries';
import { insertSql } from '../recordset';

/** The organization of each person: the one named, made if there is none; else the owner of their domain. */
export async function organizationsOf(
  actor: Writer,
  client: PoolClient,
  told: readonly Told[],
): Promise<Map<Person, string>> {
  const people = told
    .filter(({ made, fills }) => made || fills.includes('organization_id'))
    .map(({ person }) => person);
  const { byName, byDomain } = await organizationsKnownTo(actor, people, client);
  const made: { id: string; name: string; name_key: string }[] = [];
  const owned: { domain: string; organization_id: string }[] = [];
  const found = new Map<Person, string>();
  for (const person of people) {
    const domain = domainOf(person);
    if (person.organization === null) {
      const owner = domain === null ? undefined : byDomain.get(domain);
      if (owner) found.set(person, owner);
      continue;
    }
    const key = nameKey(person.organization);
    const id = byName.get(key) ?? v7();
    if (!byName.has(key)) made.push({ id, name: person.organization, name_key: key });
    byName.set(key, id);
    if (domain !== null && !byDomain.has(domain) && looksLikeTheirs(domain, person.organization)) {
      byDomain.set(domain, id);
      owned.push({ domain, organization_id: id });
    }
    found.set(person, id);
  }
  await client.query(insertSql('organizations', 'id uuid, name text, name_key text'), [JSON.stringify(made)]);
  await client.query(insertSql('organization_domains', 'domain text, organization_id uuid'), [
    JSON.stringify(owned),
  ]);
  return found;
}
