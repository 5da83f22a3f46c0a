import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';

/** What the actor has begun to write to somebody; null if nothing. */
export async function draftOf(actor: Actor, contactId: string) {
  return db().draft.findUnique({
    where: { contactId_authorId: { contactId, authorId: actor.userId } },
    select: {
      ...{ addressId: true, pitchId: true, answersId: true },
      ...{ subject: true, body: true, newFact: true, updatedAt: true },
    },
  });
}

/** A draft to somebody who has spoken since it was written. */
export interface WokenDraft {
  readonly contactId: string;
  readonly name: string;
  readonly body: string;
  readonly spokeAt: Date;
}

/** The actor's drafts that wait for somebody who wrote meanwhile, who wrote last first; of one contact or of all. */
export async function wokenDrafts(
  actor: Actor,
  { contactId = null, limit = 20 }: { contactId?: string | null; limit?: number } = {},
): Promise<WokenDraft[]> {
  return rows<WokenDraft & Record<string, unknown>>(
    `SELECT d.contact_id AS "contactId", c.name, left(d.body, 600) AS body, w.recorded_at AS "spokeAt"
      FROM drafts d JOIN contacts c ON c.id = d.contact_id
        JOIN LATERAL (SELECT m.recorded_at FROM messages m WHERE m.contact_id = d.contact_id AND m.direction = 'inbound'
          AND m.kind = 'human' AND m.recorded_at > d.updated_at AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
          ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1) w ON true
      WHERE d.author_id = $1 AND ($2::uuid IS NULL OR d.contact_id = $2) ORDER BY w.recorded_at DESC, d.contact_id LIMIT $3`,
    [actor.userId, contactId, limit],
  );
}
