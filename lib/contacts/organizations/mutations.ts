import 'server-only';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { inTransaction, type Queryable, rows } from '@/lib/db/pool';
import { withRetry } from '@/lib/db/retry';
import { nameKey } from '../name-key';
import { looksLikeTheirs, organizationDomain } from '../organization-domain';

/**
 * The organization somebody belongs to, in the caller's transaction: the one of that name, made if there is none;
 * without a name the one that owns the domain of their e-mail address; else null. A new organization takes the domain
 * only if it looks like its own, for its no will cover every address there.
 */
export async function organizationFor(
  _actor: Writer,
  on: Queryable,
  { name, email }: { name: string | null; email: string | null },
): Promise<string | null> {
  const domain = email === null ? null : organizationDomain(email);
  if (name === null) return domain === null ? null : ownerOf(on, domain);
  const key = nameKey(name);
  await holdName(on, key);
  const [known] = await rows<{ id: string }>(
    'SELECT id FROM organizations WHERE name_key = $1 ORDER BY created_at, id LIMIT 1',
    [key],
    on,
  );
  const id = known?.id ?? v7();
  if (!known)
    await on.query('INSERT INTO organizations (id, name, name_key) VALUES ($1, $2, $3)', [id, name, key]);
  if (domain !== null && looksLikeTheirs(domain, name)) {
    await on.query(
      'INSERT INTO organization_domains (domain, organization_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [domain, id],
    );
  }
  return id;
}

export type Renamed =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'name_taken' | 'not_found' };

/** Calls an organization something else. Two never become one by a name: what one said for all would cover the other. */
export async function renameOrganization(_actor: Writer, id: string, name: string): Promise<Renamed> {
  const key = nameKey(name);
  return withRetry(() =>
    inTransaction(async (client) => {
      await holdName(client, key);
      const [taken] = await rows(
        'SELECT FROM organizations WHERE name_key = $2 AND id <> $1 LIMIT 1',
        [id, key],
        client,
      );
      if (taken) return { ok: false, reason: 'name_taken' } as const;
      const renamed = await client.query('UPDATE organizations SET name = $2, name_key = $3 WHERE id = $1', [
        id,
        name,
        key,
      ]);
      return renamed.rowCount === 1 ? { ok: true } : ({ ok: false, reason: 'not_found' } as const);
    }),
  );
}

// Two people who write the same new name at once make one organization.
async function holdName(on: Queryable, key: string): Promise<void> {
  await on.query(`SELECT pg_advisory_xact_lock(hashtextextended('organization ' || $1, 0))`, [key]);
}

async function ownerOf(on: Queryable, domain: string): Promise<string | null> {
  const [owner] = await rows<{ id: string }>(
    'SELECT organization_id AS id FROM organization_domains WHERE domain = $1',
    [domain],
    on,
  );
  return owner?.id ?? null;
}
