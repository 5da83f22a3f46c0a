/** Whether the reply with this id is heard as what may be thanked for once (docs/decisions/0006). */
export const thankableSql = (
  reply: string,
) => `COALESCE((SELECT h.outcome FROM hearings h WHERE h.message_id = ${reply}
  ORDER BY h.recorded_seq DESC LIMIT 1) IN ('declined', 'later', 'wrong_person'), false)`;

/** The same as law.is_thanks for a counting message `m` of ours. A test holds it against the law. */
export const thanksSql = `(m.direction = 'outbound' AND m.kind = 'human' AND m.pitch_id IS NULL AND m.answers_id IS NOT NULL
  AND ${thankableSql('m.answers_id')} AND NOT EXISTS (SELECT FROM retractions t WHERE t.message_id = m.answers_id)
  AND NOT EXISTS (SELECT FROM messages f LEFT JOIN outbox q ON q.message_id = f.id
    WHERE f.answers_id = m.answers_id AND f.direction = 'outbound' AND f.kind = 'human'
      AND (f.moment, f.depth, f.recorded_seq) < (m.moment, m.depth, m.recorded_seq)
      AND (f.source NOT IN ('composed', 'api') OR q.state IN ('queued', 'sending', 'accepted', 'uncertain'))
      AND NOT EXISTS (SELECT FROM retractions t WHERE t.message_id = f.id)
      AND NOT (f.source = 'synced' AND EXISTS (SELECT FROM messages b WHERE b.contact_id = f.contact_id AND b.in_reply_to_id = f.id AND b.kind = 'bounce'))))`;
