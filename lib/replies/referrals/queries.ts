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

/** Somebody who named a contact in a reply. */
export interface NamedBy {
  readonly contactId: string;
  readonly name: string;
  readonly messageId: string;
  readonly at: Date;
}

/** Who named this contact in a reply that is still heard so, each once, the latest first; at most five. */
export async function whoNamed(_actor: Actor, contactId: string): Promise<NamedBy[]> {
  return rows<NamedBy>(
    `SELECT * FROM (
      SELECT DISTINCT ON (f.referrer_id) f.referrer_id AS "contactId", c.name, m.id AS "messageId", m.occurred_at AS at
        FROM referrals f JOIN contacts c ON c.id = f.referrer_id JOIN hearings h ON h.id = f.hearing_id JOIN messages m ON m.id = h.message_id
        WHERE f.contact_id = $1 AND f.referrer_id <> $1
          AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq)
          AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = h.message_id)
        ORDER BY f.referrer_id, f.recorded_seq DESC) x
      ORDER BY at DESC LIMIT 5`,
    [contactId],
  );
}
