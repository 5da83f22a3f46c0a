import type { TodayTab } from './tabs';

/** Organizations that are closed or resting for everybody there: asked once a statement. */
export const withQuiet =
  'WITH quiet AS MATERIALIZED (SELECT organization_id, contact_id, closed_at, rests_until FROM law.quiet_organizations())';

/** How somebody is closed or resting through a colleague's words, beside their own row of standing `s`. */
export const joinQuiet = `LEFT JOIN LATERAL (SELECT max(q.closed_at) AS closed_at, max(q.rests_until) AS rests_until
  FROM quiet q WHERE q.organization_id = s.organization_id AND q.contact_id <> s.contact_id) q ON true`;

const closed = '(s.closed_by IS NOT NULL OR q.closed_at IS NOT NULL)';
const resting = '(greatest(s.rests_until, q.rests_until) > now())';

/** A no, a not-now or a wrong person that was not thanked for yet, and may be, once. */
const thankable = `s.closed_by IS DISTINCT FROM 'opted_out' AND EXISTS (SELECT FROM hearings h WHERE h.message_id = s.last_message_id
    AND h.outcome IN ('declined', 'later', 'wrong_person')
    AND NOT EXISTS (SELECT FROM hearings l WHERE l.message_id = h.message_id AND l.recorded_seq > h.recorded_seq))
  AND NOT EXISTS (SELECT FROM messages a LEFT JOIN outbox o ON o.message_id = a.id WHERE a.answers_id = s.last_message_id
    AND (a.source NOT IN ('composed', 'api') OR o.state IN ('queued', 'sending', 'accepted', 'uncertain'))
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = a.id))`;

interface TabSql {
  /** Rows `s.contact_id, rank, at`: who belongs here, and where. */
  readonly from: string;
  readonly order: 'ASC' | 'DESC';
}

/**
 * Who belongs to each tab. It only sorts people for the eye; whether one may write to somebody is asked of the law.
 * Who waits longest comes first, but for those whose turn it is and those who stopped: the latest.
 */
export const tabSql: Record<TodayTab, TabSql> = {
  listen: {
    from: 'SELECT s.contact_id, 0 AS rank, s.unheard_since AS at FROM standing s WHERE s.unheard > 0',
    order: 'ASC',
  },
  your_turn: {
    from: `SELECT s.contact_id, 0 AS rank, s.owed_since AS at FROM standing s WHERE s.owed > 0 AND s.unheard = 0
      UNION ALL SELECT s.contact_id, 1, s.last_spoken_at FROM standing s ${joinQuiet}
      WHERE s.turn = 'ours' AND s.owed = 0 AND s.unheard = 0 AND s.last_recorded_at > now() - interval '720 hours'
        AND ((NOT ${closed} AND ${resting} IS NOT TRUE) OR (${thankable}))`,
    order: 'ASC',
  },
  their_turn: {
    from: `SELECT s.contact_id, 0 AS rank, s.last_spoken_at AS at FROM standing s ${joinQuiet}
      WHERE s.turn = 'theirs' AND s.unheard = 0 AND NOT ${closed} AND ${resting} IS NOT TRUE`,
    order: 'DESC',
  },
  resting: {
    from: `SELECT s.contact_id, 0 AS rank, greatest(s.rests_until, q.rests_until) AS at FROM standing s ${joinQuiet}
      WHERE ${resting} AND NOT ${closed}`,
    order: 'ASC',
  },
  stopped: {
    from: `SELECT s.contact_id, 0 AS rank, coalesce(s.closed_at, q.closed_at) AS at FROM standing s ${joinQuiet} WHERE ${closed}`,
    order: 'DESC',
  },
};
