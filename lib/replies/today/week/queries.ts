import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { begunSql, repliedSql, weekBeganSql } from '@/lib/contacts/replied';

/** The last seven days of the installation, today among them: harm first. */
export interface Week {
  /** Their first day, `YYYY-MM-DD`, and when it began. */
  readonly day: string;
  readonly began: Date;
  readonly refused: number;
  readonly noes: number;
  readonly stops: number;
  readonly replies: number;
  /** Who said them. */
  readonly people: number;
  /** People who spoke for the first time. */
  readonly begun: number;
}

// Heard anew, or taken back by whoever said it, it is none (law.hearing_counts).
const stillHeardSql = `NOT EXISTS (SELECT FROM hearings h JOIN hearings l ON l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq WHERE h.id = o.hearing_id)
        AND NOT EXISTS (SELECT FROM hearings h JOIN withdrawals w ON w.message_id = h.message_id WHERE h.id = o.hearing_id)`;

/** What the last seven days held, counted by when it was recorded, and what people said by when they said it. */
export async function weekInNumbers(_actor: Actor): Promise<Week> {
  const [row] = await rows<Week & Record<string, unknown>>(
    `WITH week AS MATERIALIZED (SELECT b.began, (b.began AT TIME ZONE p.time_zone)::date AS day FROM policy p, (SELECT ${weekBeganSql} AS began) b),
      replies AS MATERIALIZED (SELECT m.contact_id FROM messages m WHERE ${repliedSql('(SELECT began FROM week)')})
    SELECT w.day::text AS day, w.began,
      (SELECT count(*)::int FROM events e WHERE e.verb = 'message_refused' AND e.recorded_at >= (SELECT began FROM week)) AS refused,
      (SELECT count(*)::int FROM declines d WHERE d.cause = 'no' AND d.recorded_at >= (SELECT began FROM week)) AS noes,
      (SELECT count(*)::int FROM opt_outs o WHERE o.recorded_at >= (SELECT began FROM week) AND o.lifted_at IS NULL AND ${stillHeardSql}) AS stops,
      (SELECT count(*)::int FROM replies) AS replies,
      (SELECT count(DISTINCT contact_id)::int FROM replies) AS people,
      (SELECT count(*)::int FROM (SELECT DISTINCT contact_id FROM replies) r WHERE ${begunSql('r.contact_id', 'w.began')}) AS begun
    FROM week w`,
  );
  if (!row) throw new Error('There is no policy.');
  return row;
}
