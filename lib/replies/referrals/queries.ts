import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';

/** Somebody who was named in a reply, by name alone. */
export interface NamedAlone {
  readonly id: string;
  readonly named: string;
  readonly referrerId: string;
  readonly hearingId: string;
  /** Who heard it: they may say whom it means, and an owner (law.link_referral). */
  readonly heardById: string;
}

/**
 * Who was named by name alone when this reply was last heard, and is no contact yet. After 90 days nobody: what was
 * said so long ago opens nothing any more.
 */
export async function namedAloneIn(_actor: Actor, messageId: string): Promise<NamedAlone[]> {
  return rows<NamedAlone>(
    `SELECT f.id, f.named, f.referrer_id AS "referrerId", h.id AS "hearingId", h.heard_by_id AS "heardById"
      FROM (SELECT * FROM hearings WHERE message_id = $1 ORDER BY recorded_seq DESC LIMIT 1) h JOIN referrals f ON f.hearing_id = h.id
      WHERE f.contact_id IS NULL AND f.recorded_at > law.clock() - interval '2160 hours'
        AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = $1)
      ORDER BY f.recorded_seq`,
    [messageId],
  );
}
