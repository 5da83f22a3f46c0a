import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** What we heard from somebody else that matters here. */
export interface HeardAround {
  readonly id: string;
  /** Somebody of the same organization, or somebody who was put the same pitch. */
  readonly of: 'organization' | 'pitch';
  readonly contactId: string;
  readonly name: string;
  readonly words: string | null;
  readonly whatWeHeard: string | null;
}

const said = `(h.words IS NOT NULL OR h.what_we_heard IS NOT NULL)
  AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq)
  AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = h.message_id)`;

/** What others said around a contact: at the organization, and to the pitch, the latest `most` of each. */
export async function whatWeHeardAround(
  _actor: Actor,
  { contactId, pitchId, most }: { contactId: string; pitchId: string | null; most: number },
): Promise<HeardAround[]> {
  return rows<HeardAround & Record<string, unknown>>(
    `(SELECT h.id, 'organization' AS of, c.id AS "contactId", c.name, h.words, h.what_we_heard AS "whatWeHeard"
      FROM contacts me JOIN contacts c ON c.organization_id = me.organization_id AND c.id <> me.id AND c.merged_into_id IS NULL
        JOIN hearings h ON h.contact_id = c.id WHERE me.id = $1 AND ${said} ORDER BY h.recorded_seq DESC LIMIT $3)
    UNION ALL
    (SELECT h.id, 'pitch', c.id, c.name, h.words, h.what_we_heard
      FROM (SELECT DISTINCT ON (m.contact_id) m.contact_id, m.recorded_seq FROM messages m
        WHERE $2::uuid IS NOT NULL AND m.pitch_id = $2 AND m.contact_id <> $1 ORDER BY m.contact_id, m.recorded_seq) put
      JOIN contacts c ON c.id = put.contact_id JOIN hearings h ON h.contact_id = c.id
      WHERE h.recorded_seq > put.recorded_seq AND ${said} ORDER BY h.recorded_seq DESC LIMIT $3)`,
    [contactId, pitchId, most],
  );
}
