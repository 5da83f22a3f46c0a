/** When the last seven days of the installation began, today among them. */
export const weekBeganSql = `(SELECT ((law.clock() AT TIME ZONE p.time_zone)::date - 6)::timestamp AT TIME ZONE p.time_zone FROM policy p)`;

/** Replies `m` said, and recorded, since then: nothing is recorded before it was said. */
export function repliedSql(since: string): string {
  return `m.recorded_at >= ${since} AND m.moment >= ${since} AND m.direction = 'inbound' AND m.kind = 'human'
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = m.id)`;
}

/** Whether the first reply of contact `id` was said since then. */
export function begunSql(id: string, since: string): string {
  return `(SELECT min(f.moment) FROM messages f WHERE f.contact_id = ${id} AND f.direction = 'inbound' AND f.kind = 'human'
    AND NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = f.id)) >= ${since}`;
}
