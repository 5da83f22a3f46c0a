import 'server-only';
import type { Channel, Outcome } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';
import type { Thanked } from '../thanked';

/** A reply of theirs as far as the gate asks: what it says, how it counts as heard, what came after it. */
export type ReplyFact = {
  readonly id: string;
  readonly body: string;
  readonly channel: Channel;
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
  readonly language: string | null;
  /** The outcome of its own last hearing; null when it was not heard by itself. */
  readonly outcome: Outcome | null;
  /** A message of ours stands after it. */
  readonly followed: boolean;
  /** Who wrote it, where it was looked up and is somebody else than the contact. */
  readonly writtenBy?: string | null;
};

/** The last replies of a contact, newest first in its timeline. */
export async function repliesOf(_actor: Actor, contactId: string, limit = 12): Promise<ReplyFact[]> {
  return rows<ReplyFact>(
    `SELECT q.id, q.body, q.channel, q.occurred_at AS "occurredAt", q.day_only AS "dayOnly", r.language,
        (SELECT h.outcome FROM hearings h WHERE h.message_id = q.id ORDER BY h.recorded_seq DESC LIMIT 1) AS outcome,
        EXISTS (SELECT FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
          WHERE m.contact_id = q.contact_id AND m.direction = 'outbound' AND ${countingSql}
            AND (m.moment, m.depth, m.recorded_seq) > (q.moment, q.depth, q.recorded_seq)) AS followed
      FROM messages q LEFT JOIN replies r ON r.message_id = q.id
      WHERE q.contact_id = $1 AND q.direction = 'inbound' AND q.kind = 'human'
        AND NOT EXISTS (SELECT FROM retractions t WHERE t.message_id = q.id)
      ORDER BY q.moment DESC, q.depth DESC, q.recorded_seq DESC LIMIT $2`,
    [contactId, limit],
  );
}

/** The one thanks that a reply has had: the same message as law.is_thanks; null while it has had none. */
export async function thanksOf(actor: Actor, replyId: string): Promise<Thanked | null> {
  const [first] = await rows<{ at: Date; author_id: string | null; author: string | null; thanks: boolean }>(
    `SELECT m.occurred_at AS at, m.author_id, u.name AS author, m.pitch_id IS NULL AND (SELECT h.outcome FROM hearings h
        WHERE h.message_id = $1 ORDER BY h.recorded_seq DESC LIMIT 1) IN ('declined', 'later', 'wrong_person') AS thanks
      FROM messages m LEFT JOIN outbox o ON o.message_id = m.id LEFT JOIN users u ON u.id = m.author_id
      WHERE m.answers_id = $1 AND m.direction = 'outbound' AND ${countingSql}
      ORDER BY m.moment, m.depth, m.recorded_seq LIMIT 1`,
    [replyId],
  );
  return first?.thanks ? { at: first.at, by: first.author_id === actor.userId ? null : first.author } : null;
}

/** An address of a contact, and whether anything may go there. */
export type DoorFact = {
  readonly id: string;
  readonly channel: Channel;
  readonly typed: string;
  readonly handle: string;
  readonly state: 'held' | 'shared' | 'retired';
  /** It or its domain is suppressed. */
  readonly suppressed: boolean;
  /** When we last wrote or heard there; null when never. */
  readonly usedAt: Date | null;
};

/** The addresses of a contact, those in use first. */
export async function doorsOf(_actor: Actor, contactId: string): Promise<DoorFact[]> {
  return rows<DoorFact>(
    `SELECT a.id, a.channel, a.typed, a.handle, a.state,
        EXISTS (SELECT FROM suppressions s WHERE s.lifted_at IS NULL AND s.key_hash = ANY (a.door_hashes)) AS suppressed,
        (SELECT max(m.moment) FROM messages m WHERE m.contact_id = a.contact_id AND m.address_id = a.id) AS "usedAt"
      FROM addresses a WHERE a.contact_id = $1
      ORDER BY "usedAt" DESC NULLS LAST, a.created_at, a.id`,
    [contactId],
  );
}

/**
 * When the mails came back for which these addresses were closed, by suppression: the day a server said so, not the one on
 * which it was read. Only those that are known of this contact.
 */
export async function cameBackAt(
  _actor: Actor,
  contactId: string,
  suppressionIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (suppressionIds.length === 0) return new Map();
  const found = await rows<{ id: string; at: Date }>(
    `SELECT s.id, b.occurred_at AS at FROM suppressions s, LATERAL (SELECT b.occurred_at FROM messages b
        JOIN messages o ON o.id = b.in_reply_to_id JOIN addresses a ON a.id = o.address_id
      WHERE b.contact_id = $1 AND b.kind = 'bounce' AND b.direction = 'inbound' AND a.door_hashes[1] = s.key_hash
      ORDER BY b.recorded_seq < s.recorded_seq DESC, b.recorded_seq DESC LIMIT 1) b
    WHERE s.id = ANY ($2) AND s.cause = 'hard_bounce'`,
    [contactId, suppressionIds],
  );
  return new Map(found.map(({ id, at }) => [id, at]));
}
