import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { HeardFilter } from '../asked';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What what we heard can be narrowed to. */
export interface HeardChoices {
  readonly pitches: readonly Named[];
  readonly tags: readonly Named[];
  /** Those whose people were heard lately, and the one that is looked at. */
  readonly organizations: readonly Named[];
  /** The name of the person it is narrowed to. */
  readonly contact: string | null;
}

/** The pitches, tags and organizations to choose from. */
export async function heardChoices(
  _actor: Actor,
  { contactId, organizationId }: Pick<HeardFilter, 'contactId' | 'organizationId'>,
): Promise<HeardChoices> {
  const [pitches, tags, organizations, [contact]] = await Promise.all([
    rows<Named & Record<string, unknown>>('SELECT id, name FROM pitches ORDER BY lower(name), id LIMIT 200'),
    rows<Named & Record<string, unknown>>('SELECT id, name FROM tags ORDER BY lower(name), id LIMIT 200'),
    rows<Named & Record<string, unknown>>(
      `SELECT o.id, o.name FROM organizations o WHERE o.id = $1 OR o.id IN (SELECT c.organization_id FROM
        (SELECT said.contact_id FROM messages said WHERE coalesce(said.direction = 'inbound' AND said.kind = 'human', false) ORDER BY said.moment DESC, said.recorded_seq DESC LIMIT 1000) late
        JOIN contacts c ON c.id = late.contact_id) ORDER BY lower(o.name), o.id LIMIT 300`,
      [organizationId],
    ),
    rows<{ name: string }>('SELECT name FROM contacts WHERE id = $1', [contactId]),
  ]);
  return { pitches, tags, organizations, contact: contact?.name ?? null };
}
