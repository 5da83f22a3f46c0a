import 'server-only';
import type { Writer } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { rows } from '@/lib/db/pool';
import { firstIdAt, type UndoableAct } from './act';

// What came with the sample people is nobody's act; the last of the two events about them is recorded when they are told.
const notWithTheSample = (
  of: string,
) => `NOT EXISTS (SELECT FROM contacts c WHERE c.id = ${of}.contact_id AND c.import_key LIKE 'sample:%'
  AND ${of}.recorded_at <= (SELECT max(e.recorded_at) FROM events e WHERE e.verb = 'sample_loaded'))`;

// A little more than the ten minutes, since ids and rows are dated by different clocks.
const aWhile = 15 * 60_000;

/**
 * What somebody did last that the law lets them take back, the newest first: rows they logged (unless words in them
 * closed something, which stays closed, or they came with the sample people), rests of ours they set, and what they
 * heard in the last ten minutes, unless that was itself a taking back. Sent, lifted or deleted is none of it.
 */
export async function lastActsOf(
  writer: Writer,
  { most, contactId = null }: { most: number; contactId?: string | null },
): Promise<UndoableAct[]> {
  return rows<UndoableAct>(
    `WITH logged AS (
      SELECT 'logged' AS kind, m.id, m.contact_id, m.recorded_at, m.recorded_seq, m.id AS message_id, m.body AS words,
          m.direction::text AS detail, NULL::timestamptz AS until
        FROM messages m WHERE m.source = 'logged' AND m.recorded_by_id = $1 AND ($3::uuid IS NULL OR m.contact_id = $3)
          AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)
          AND NOT EXISTS (SELECT FROM declines x WHERE x.message_id = m.id) AND NOT EXISTS (SELECT FROM opt_outs x WHERE x.message_id = m.id)
          AND NOT EXISTS (SELECT FROM rests x WHERE x.message_id = m.id)
          AND ${notWithTheSample('m')}
        ORDER BY m.recorded_by_id DESC, m.recorded_seq DESC LIMIT $2),
    rested AS (
      SELECT 'rested', r.id, r.contact_id, r.recorded_at, r.recorded_seq, NULL::uuid, NULL, NULL, r.until
        FROM rests r WHERE ${notWithTheSample('r')} AND r.said_by = 'us' AND r.lifted_at IS NULL AND r.recorded_by_id = $1 AND ($3::uuid IS NULL OR r.contact_id = $3)
          AND r.until > now()
        ORDER BY r.recorded_by_id DESC, r.recorded_seq DESC LIMIT $2),
    heard AS (
      SELECT 'heard', h.id, h.contact_id, h.recorded_at, h.recorded_seq, h.message_id, m.body, h.outcome::text, NULL::timestamptz
        FROM hearings h JOIN messages m ON m.id = h.message_id
        WHERE h.id >= $4 AND h.heard_by_id = $1 AND ($3::uuid IS NULL OR h.contact_id = $3)
          AND h.recorded_at > now() - interval '10 minutes' AND ${notWithTheSample('h')}
          AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq)
          AND NOT EXISTS (SELECT FROM (SELECT l.* FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq < h.recorded_seq
              ORDER BY l.recorded_seq DESC OFFSET 1 LIMIT 1) b
            WHERE (b.outcome, b.words, b.until) IS NOT DISTINCT FROM (h.outcome, h.words, h.until)))
    SELECT a.kind, a.id, a.contact_id AS "contactId", c.name, a.recorded_at AS "at", a.message_id AS "messageId", a.words, a.detail, a.until
      FROM (TABLE logged UNION ALL TABLE rested UNION ALL TABLE heard) a JOIN contacts c ON c.id = a.contact_id
      ORDER BY a.recorded_seq DESC LIMIT $2`,
    [writer.userId, most, contactId, firstIdAt(new Date(systemClock.now().getTime() - aWhile))],
  );
}
