import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { countingSql } from '@/lib/threads/queries';

// A closer made by a hearing lives as long as no later hearing of the same reply replaces it, nor it was withdrawn.
const stillHeard = (closer: string) => `NOT EXISTS (SELECT FROM hearings h JOIN hearings l
  ON l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq WHERE h.id = ${closer}.hearing_id)
  AND NOT EXISTS (SELECT FROM hearings h JOIN withdrawals w ON w.message_id = h.message_id WHERE h.id = ${closer}.hearing_id)`;
const lastOutcome = (message: string) =>
  `(SELECT h.outcome FROM hearings h WHERE h.message_id = ${message} ORDER BY h.recorded_seq DESC LIMIT 1)`;
// q was said after the words of the closer k, or after it was recorded where it has none.
const saidAfter = (q: string) => `CASE WHEN km.id IS NULL THEN ${q}.recorded_seq > k.recorded_seq
  ELSE (${q}.moment, ${q}.depth, ${q}.recorded_seq) > (km.moment, km.depth, km.recorded_seq) END`;

/**
 * The number that must be 0: messages of ours that left after their own no to the person, or their stop, had been
 * recorded and while it stood, other than its one thanks and answers to what they asked afterwards. Of logged days
 * without an hour the beginning counts. Noes of colleagues and noes to pitches are not in it: who belonged where at
 * the time, and what was proposed, is not known for logged messages. `since` asks only for what left from then on.
 */
export async function messagesAfterANo(_actor: Actor, since: Date | null = null): Promise<number> {
  // Asked for a while, whoever was not written to in it need not be looked at. A message is recorded when it left or later.
  const written = (closer: string) =>
    since ? `AND ${closer}.contact_id IN (SELECT contact_id FROM written)` : '';
  const [row] = await rows<{ count: number }>(
    `WITH written AS MATERIALIZED (SELECT DISTINCT contact_id FROM messages WHERE direction = 'outbound' AND recorded_at >= $1),
      closers AS (
        SELECT d.contact_id, d.recorded_at, d.recorded_seq, d.message_id, true AS is_no, NULL::timestamptz AS lifted_at
          FROM declines d WHERE d.cause = 'no' AND d.scope IN ('person', 'organization') AND d.withdrawn_at IS NULL ${written('d')} AND ${stillHeard('d')}
        UNION ALL SELECT s.contact_id, s.recorded_at, s.recorded_seq, s.message_id, false, s.lifted_at FROM opt_outs s WHERE ${stillHeard('s')} ${written('s')}
      ), ours AS (
        SELECT m.*, CASE WHEN m.source IN ('composed', 'api') THEN m.recorded_at
            WHEN m.day_only THEN (m.occurred_at AT TIME ZONE p.time_zone)::date::timestamp AT TIME ZONE p.time_zone ELSE m.moment END AS sent_at
          FROM closers c JOIN messages m ON m.contact_id = c.contact_id LEFT JOIN outbox o ON o.message_id = m.id, policy p
          WHERE m.direction = 'outbound' AND ${countingSql}
      )
      SELECT count(DISTINCT w.id)::int AS count FROM ours w JOIN closers k ON k.contact_id = w.contact_id
        LEFT JOIN messages km ON km.id = k.message_id LEFT JOIN messages a ON a.id = w.answers_id
      WHERE ($1::timestamptz IS NULL OR w.sent_at >= $1) AND k.recorded_seq < w.recorded_seq AND k.recorded_at <= w.sent_at AND (k.lifted_at IS NULL OR k.lifted_at > w.sent_at)
        AND NOT (k.is_no AND EXISTS (SELECT FROM hearings h JOIN messages q ON q.id = h.message_id
          WHERE h.contact_id = w.contact_id AND h.outcome IN ('interested', 'later') AND h.recorded_seq > k.recorded_seq
            AND h.recorded_at <= w.sent_at AND ${lastOutcome('q.id')} = h.outcome AND ${saidAfter('q')}
            AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = q.id)))
        AND NOT (k.is_no AND w.pitch_id IS NULL AND a.id IS NOT NULL AND coalesce(${lastOutcome('a.id')} IN ('declined', 'later', 'wrong_person'), false)
          AND NOT EXISTS (SELECT FROM ours e WHERE e.answers_id = a.id AND (e.moment, e.depth, e.recorded_seq) < (w.moment, w.depth, w.recorded_seq)))
        AND NOT (w.pitch_id IS NULL AND EXISTS (SELECT FROM messages q WHERE q.contact_id = w.contact_id AND q.direction = 'inbound'
          AND ${lastOutcome('q.id')} IN ('question', 'interested') AND ${saidAfter('q')}
          AND CASE WHEN a.id IS NOT NULL THEN q.id = a.id
            ELSE w.source NOT IN ('composed', 'api') AND (q.moment, q.depth, q.recorded_seq) < (w.moment, w.depth, w.recorded_seq)
              AND NOT EXISTS (SELECT FROM ours e WHERE e.contact_id = w.contact_id
                AND (e.moment, e.depth, e.recorded_seq) < (w.moment, w.depth, w.recorded_seq)
                AND (e.moment, e.depth, e.recorded_seq) > (q.moment, q.depth, q.recorded_seq)) END))`,
    [since],
  );
  return row?.count ?? 0;
}
