import 'server-only';
import { countingSql } from '@/lib/threads/queries';

/**
 * The pitch that a heard reply `said` speaks to: the one its hearing `h` names, else the last that was put to them
 * before they said it. Null where none was.
 */
export const spokenToSql = `coalesce(h.pitch_id, (SELECT m.pitch_id FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
  WHERE m.contact_id = said.contact_id AND m.direction = 'outbound' AND m.pitch_id IS NOT NULL AND ${countingSql}
    AND (m.moment, m.depth, m.recorded_seq) < (said.moment, said.depth, said.recorded_seq)
  ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1))`;

/** The hearing `h` of a reply `said` that counts: the last. */
export const lastHearingSql = `LATERAL (SELECT * FROM hearings x WHERE x.message_id = said.id ORDER BY x.recorded_seq DESC LIMIT 1) h`;

/** A reply `said` that somebody wrote and that still stands. */
export const saidSql = `coalesce(said.direction = 'inbound' AND said.kind = 'human', false) AND NOT EXISTS (SELECT FROM retractions r WHERE r.message_id = said.id)`;
