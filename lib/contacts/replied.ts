/** When the last seven days of the installation began, today among them. */
export const weekBeganSql = `(SELECT ((law.clock() AT TIME ZONE p.time_zone)::date - 6)::timestamp AT TIME ZONE p.time_zone FROM policy p)`;

/** Replies `m` said, and recorded, since then: nothing is recorded before it was said. */
export function repliedSql(since: string): string {
  return `m.recorded_at >= ${since} AND m.moment >= ${since} AND m.direction = 'inbound' AND m.kind = 'human'
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)`;
}

/** Whether contact `id`, who replied since then, had never said a word before: their own row of earlier ones is looked at. */
export function begunSql(id: string, since: string): string {
  return `(SELECT f.id FROM messages f WHERE f.contact_id = ${id} AND f.moment < ${since} AND f.direction = 'inbound' AND f.kind = 'human'
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = f.id) LIMIT 1) IS NULL`;
}
