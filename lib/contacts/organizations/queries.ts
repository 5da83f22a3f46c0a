import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { organizationDomain } from '../organization-domain';
import { quietSql } from '../standing-filter';
import type { PeopleThere } from './list/queries';
import { peopleSql } from './list/sql';

/** An organization as its own page shows it. */
export interface KeptOrganization extends PeopleThere {
  readonly id: string;
  readonly name: string;
  /** Domains of its own: a no for all of it covers every address there. */
  readonly domains: readonly string[];
}

/** One organization; null when there is none of that id. */
export async function organizationById(_actor: Actor, id: string): Promise<KeptOrganization | null> {
  const [found] = await rows<KeptOrganization & Record<string, unknown>>(
    `WITH ${quietSql} SELECT o.id, o.name, p.people, p.unheard, p.talking,
      ARRAY(SELECT d.domain FROM organization_domains d WHERE d.organization_id = o.id ORDER BY d.domain LIMIT 50) AS domains
    FROM organizations o CROSS JOIN LATERAL (${peopleSql('o.id')}) p WHERE o.id = $1`,
    [id],
  );
  return found ?? null;
}

/** The name of the organization whose domain an e-mail address is at; null where it is nobody's, or a free-mail domain. */
export async function organizationAt(_actor: Actor, email: string): Promise<string | null> {
  const domain = organizationDomain(email);
  if (domain === null) return null;
  const [owner] = await rows<{ name: string }>(
    'SELECT o.name FROM organization_domains d JOIN organizations o ON o.id = d.organization_id WHERE d.domain = $1',
    [domain],
  );
  return owner?.name ?? null;
}
