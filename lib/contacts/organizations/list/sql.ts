import { parameters, type Statement } from '../../list/list-sql';
import type { Sought } from '../../list/search-words';
import { now, quietSql, stateSql } from '../../standing-filter';
import type { OrganizationFilter } from './asked';

/** Counting the people of one organization stops here. */
export const countedTo = 10_000;

interface Walk {
  readonly from: string;
  readonly id: string;
  readonly where: string;
  readonly key: string;
  /** What parts those of the same key. */
  readonly by: string;
  readonly kind: 'text' | 'timestamptz';
  readonly direction: 'ASC' | 'DESC';
}

// By who spoke last, an organization is where the last who spoke of its people is: each other is passed over by one
// look into the index that knows whom that is. Asked as a truth: of an equality the planner would expect too few.
const walks: Readonly<Record<OrganizationFilter['order'], Walk>> = {
  name: {
    ...{ from: 'organizations o', id: 'o.id', where: 'true' },
    ...{ key: 'o.name_key', by: 'o.id', kind: 'text', direction: 'ASC' },
  },
  recent: {
    ...{ from: 'standing s', id: 's.organization_id', key: 's.last_spoken_at', by: 's.contact_id' },
    where: `s.last_spoken_at IS NOT NULL AND (SELECT n.contact_id = s.contact_id FROM standing n
      WHERE n.organization_id = s.organization_id AND n.last_spoken_at IS NOT NULL
      ORDER BY n.last_spoken_at DESC, n.contact_id DESC LIMIT 1)`,
    ...{ kind: 'timestamptz', direction: 'DESC' },
  },
};

/** One page of organizations, in its order or back from a place; what a row shows is joined only to those found. */
export function organizationsSql(filter: OrganizationFilter, most: number): Statement {
  const { from, id, where, key, by, kind, ...walk } = walks[filter.order];
  const { values, take } = parameters();
  const back = filter.before !== null;
  const direction = back === (walk.direction === 'ASC') ? 'DESC' : 'ASC';
  const cursor = filter.before ?? filter.after;
  const sign = direction === 'ASC' ? '>' : '<';
  const place = cursor
    ? ` AND (${key}, ${by}) ${sign} (${take(cursor.key)}::${kind}, ${take(cursor.id)}::uuid)`
    : '';
  const text = `WITH ${quietSql}, found AS (SELECT ${id} AS id, ${key} AS key, ${by} AS place FROM ${from}
      WHERE ${where}${place} ORDER BY ${key} ${direction}, ${by} ${direction} LIMIT ${take(most)})
    ${shownSql(`f.key ${direction}, f.place ${direction}`)}`;
  return { text, values };
}

/**
 * At most `most` organizations that a search finds, those whose name begins with it first: by all words in the name,
 * and by the start of a domain of theirs. Each part is found through an index and stops.
 */
export function organizationSearchSql(sought: Sought, most: number): Statement {
  const { values, take } = parameters();
  const limit = take(most);
  const within = (column: string, start: string) =>
    `${column} >= ${start} AND ${column} < ${start} || chr(1114111)`;
  const start = `${take(sought.start)}::text`;
  const met = () => sought.words.map((word) => `o.name_key LIKE ${take(word)}::text`).join(' AND ');
  const others = [
    ...(sought.findable.length > 0 ? [`SELECT o.id FROM organizations o WHERE ${met()} LIMIT ${limit}`] : []),
    ...(sought.handle
      ? [
          `SELECT d.organization_id FROM organization_domains d WHERE ${within('d.domain', `${take(sought.handle.start)}::text`)} LIMIT ${limit}`,
        ]
      : []),
  ].map((found) => `(SELECT x.* FROM (${found}) x WHERE (SELECT count(*) FROM first) < ${limit})`);
  const text = `WITH ${quietSql}, first AS MATERIALIZED (SELECT o.id FROM organizations o WHERE ${within('o.name_key', start)}
      ORDER BY o.name_key, o.id LIMIT ${limit}),
    found AS (SELECT u.id, o.name_key AS key, u.id AS place, ${within('o.name_key', start)} AS begins
      FROM (${['SELECT id FROM first', ...others].join(' UNION ')}) u JOIN organizations o ON o.id = u.id
      ORDER BY begins DESC, key, u.id LIMIT ${limit})
    ${shownSql('f.begins DESC, f.key, f.id')}`;
  return { text, values };
}

/**
 * After `quietSql`: how many of the people of `organization` there are, wait to be heard, and are in conversation with one
 * of us: we talked within thirty days, and nothing closed, ended or rests it.
 */
export const peopleSql = (organization: string) => `SELECT count(*)::int AS people,
    count(*) FILTER (WHERE s.unheard > 0)::int AS unheard,
    count(*) FILTER (WHERE s.talked_at > ${now} - interval '720 hours' AND s.talked_last_id IN (SELECT u.id FROM users u WHERE u.closed_at IS NULL)
      AND ${stateSql} IN ('listen', 'your_turn', 'their_turn'))::int AS talking
  FROM (SELECT * FROM standing t WHERE t.organization_id = ${organization} LIMIT ${countedTo}) s`;

// What a row shows, for the rows `found` (id, key, place).
function shownSql(order: string): string {
  return `SELECT f.key::text AS key, f.place, o.id, o.name, p.people, p.unheard, p.talking, q.stopped, q.held, q.rests_until,
    c.name AS speaker, m.direction, m.channel, left(m.body, 300) AS body, m.day_only, l.last_spoken_at
  FROM found f JOIN organizations o ON o.id = f.id
    CROSS JOIN LATERAL (${peopleSql('f.id')}) p
    LEFT JOIN (SELECT y.organization_id, bool_or(y.closed_at IS NOT NULL AND y.held IS NULL) AS stopped, bool_or(y.held IS NOT NULL) AS held,
        max(y.rests_until) AS rests_until FROM quiet y WHERE y.organization_id IN (SELECT id FROM found) GROUP BY 1) q ON q.organization_id = f.id
    LEFT JOIN LATERAL (SELECT s.contact_id, s.last_spoken_at, s.last_message_id FROM standing s
      WHERE s.organization_id = f.id AND s.last_spoken_at IS NOT NULL ORDER BY s.last_spoken_at DESC, s.contact_id DESC LIMIT 1) l ON true
    LEFT JOIN messages m ON m.id = l.last_message_id LEFT JOIN contacts c ON c.id = l.contact_id
  ORDER BY ${order}`;
}
