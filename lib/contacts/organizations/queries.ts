import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { organizationDomain } from '../organization-domain';

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
