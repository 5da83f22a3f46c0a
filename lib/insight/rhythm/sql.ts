import { now } from '@/lib/contacts/standing-filter';

/** Weeks that are looked at, this one among them. */
export const weeksShown = 12;

/** At most so many answers are weighed, the latest: nobody's median moves by more. */
export const answersWeighed = 20_000;

// Weeks begin on Monday, in the installation's zone.
const weeksSql = `zone AS MATERIALIZED (SELECT p.time_zone AS name, date_trunc('week', ${now} AT TIME ZONE p.time_zone) AS monday FROM policy p),
  span AS MATERIALIZED (SELECT (monday - interval '${weeksShown - 1} weeks') AT TIME ZONE name AS began FROM zone)`;

/** The statements of the rhythm; `countingSql` says which messages `m`, with their outbox row `o`, count. */
export function rhythmSql(countingSql: string) {
  // Nothing is recorded before it was said: the days on which it was recorded, neighbouring pages, bound what is read.
  const spokenSql = `spoken AS MATERIALIZED (SELECT m.id, m.contact_id, m.direction, m.moment, m.depth, m.recorded_seq, m.day_only, m.body
  FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
  WHERE m.recorded_at >= (SELECT began FROM span) AND m.moment >= (SELECT began FROM span) AND m.moment <= ${now} AND ${countingSql})`;

  // Each week, oldest first: how many messages and words of theirs and of ours it held.
  const wordsSql = `WITH ${weeksSql}, ${spokenSql},
  said AS (SELECT date_trunc('week', s.moment AT TIME ZONE z.name) AS week, s.direction, count(*)::int AS messages,
      sum(CASE WHEN btrim(s.body) = '' THEN 0 ELSE array_length(regexp_split_to_array(btrim(s.body), '\\s+'), 1) END)::int AS words
    FROM spoken s, zone z GROUP BY 1, 2)
  SELECT w.week::date::text AS week, coalesce(t.messages, 0) AS replies, coalesce(t.words, 0) AS "wordsIn",
    coalesce(u.messages, 0) AS messages, coalesce(u.words, 0) AS "wordsOut"
  FROM zone z, generate_series(z.monday - interval '${weeksShown - 1} weeks', z.monday, interval '1 week') AS w(week)
    LEFT JOIN said t ON t.week = w.week AND t.direction = 'inbound' LEFT JOIN said u ON u.week = w.week AND u.direction = 'outbound'
  ORDER BY w.week`;

  // The message before another in the same conversation, in whichever direction.
  const before = (of: string, direction: 'inbound' | 'outbound') => `(SELECT m.* FROM messages m
    LEFT JOIN outbox o ON o.message_id = m.id WHERE m.contact_id = ${of}.contact_id AND m.direction = '${direction}'
    AND (m.moment, m.depth, m.recorded_seq) < (${of}.moment, ${of}.depth, ${of}.recorded_seq) AND ${countingSql}
    ORDER BY m.moment DESC, m.depth DESC, m.recorded_seq DESC LIMIT 1)`;

  // People whom we wrote to for the first time in these weeks, and who had not spoken before: how long they took to
  // answer, in milliseconds; null while they have not, or where of either only the day is known (`dated`).
  const firstAnswersSql = `WITH ${weeksSql}, ${spokenSql},
  opened AS (SELECT DISTINCT ON (s.contact_id) s.* FROM spoken s WHERE s.direction = 'outbound'
    ORDER BY s.contact_id, s.moment, s.depth, s.recorded_seq)
  SELECT a.moment IS NOT NULL AS answered, coalesce(a.day_only OR f.day_only, false) AS dated,
    extract(epoch FROM a.moment - f.moment)::float8 * 1000 AS wait
  FROM opened f LEFT JOIN LATERAL (SELECT m.moment, m.day_only FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
      WHERE m.contact_id = f.contact_id AND m.direction = 'inbound' AND (m.moment, m.depth, m.recorded_seq) > (f.moment, f.depth, f.recorded_seq)
        AND ${countingSql} ORDER BY m.moment, m.depth, m.recorded_seq LIMIT 1) a ON true
  WHERE NOT EXISTS ${before('f', 'inbound')} AND NOT EXISTS ${before('f', 'outbound')}
  ORDER BY f.recorded_seq DESC LIMIT ${answersWeighed}`;

  // Our answers in these weeks: how long after the first of their words that waited, in milliseconds. A message of ours
  // that follows one of ours answers nothing.
  const ourAnswersSql = `WITH ${weeksSql}, ${spokenSql}
  SELECT true AS answered, (s.day_only OR w.day_only) AS dated, extract(epoch FROM s.moment - w.moment)::float8 * 1000 AS wait
  FROM spoken s LEFT JOIN LATERAL ${before('s', 'outbound')} p ON true
    JOIN LATERAL (SELECT m.moment, m.day_only FROM messages m LEFT JOIN outbox o ON o.message_id = m.id
      WHERE m.contact_id = s.contact_id AND m.direction = 'inbound' AND (m.moment, m.depth, m.recorded_seq) < (s.moment, s.depth, s.recorded_seq)
        AND (p.id IS NULL OR (m.moment, m.depth, m.recorded_seq) > (p.moment, p.depth, p.recorded_seq)) AND ${countingSql}
      ORDER BY m.moment, m.depth, m.recorded_seq LIMIT 1) w ON true
  WHERE s.direction = 'outbound' ORDER BY s.recorded_seq DESC LIMIT ${answersWeighed}`;

  return { words: wordsSql, firstAnswers: firstAnswersSql, ourAnswers: ourAnswersSql };
}
