import { promised, quietSql, spokenFor, stateSql } from '../standing-filter';
import type { Cursor } from './cursor';
import type { ListFilter } from './list-filter';
import type { Way } from './ways';

/** A statement and its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Collects parameters while a statement is written: `take(value)` answers its `$n`. */
export function parameters() {
  const values: unknown[] = [];
  return { values, take: (value: unknown) => `$${values.push(value)}` };
}

/**
 * One page of a way, in its direction or back from a place. Each branch runs along its own index and stops at
 * `most` rows; what a row shows is joined only to those that are left.
 */
export function pageSql(way: Way, filter: ListFilter, most: number): Statement {
  const { values, take } = parameters();
  const back = filter.before !== null;
  const direction = back === (way.direction === 'ASC') ? 'DESC' : 'ASC';
  const limit = take(most);
  const also = alsoSql(filter, take);
  const place = placeSql(filter.before ?? filter.after, way, direction, take);
  const branches = way.branches.map(
    ({
      from = 'standing',
      where,
      key,
    }) => `(SELECT s.contact_id AS id, ${key} AS key FROM ${from} s WHERE ${where}${place(key)}${also}
      ORDER BY ${key} ${direction}, s.contact_id ${direction} LIMIT ${limit})`,
  );
  const found = `SELECT * FROM (${branches.join(' UNION ALL ')}) b ORDER BY key ${direction}, id ${direction} LIMIT ${limit}`;
  const text = `WITH ${quietSql}, found AS (${found}) ${shownSql(`f.key ${direction}, f.id ${direction}`)}`;
  return { text, values };
}

function placeSql(
  cursor: Cursor | null,
  { kind }: Way,
  direction: 'ASC' | 'DESC',
  take: (value: unknown) => string,
) {
  if (cursor === null) return () => '';
  const sign = direction === 'ASC' ? '>' : '<';
  const id = `${take(cursor.id)}::uuid`;
  // A way without a key of its own is in the order of the ids.
  if (cursor.key === null) return () => ` AND s.contact_id ${sign} ${id}`;
  const at = `${take(cursor.key)}::${kind}`;
  return (key: string) => ` AND (${key}, s.contact_id) ${sign} (${at}, ${id})`;
}

/** What narrows any list: an organization, a tag. */
export function alsoSql(
  { organizationId, tagId }: Pick<ListFilter, 'organizationId' | 'tagId'>,
  take: (value: unknown) => string,
): string {
  const organization = organizationId ? ` AND s.organization_id = ${take(organizationId)}::uuid` : '';
  const tag = tagId
    ? ` AND EXISTS (SELECT FROM contact_tags t WHERE t.contact_id = s.contact_id AND t.tag_id = ${take(tagId)}::uuid)`
    : '';
  return organization + tag;
}

/** What a row of a list shows, for the rows `found` (id, key). */
export function shownSql(order: string): string {
  return `SELECT f.key::text AS key, c.id, c.name, o.name AS organization, ${stateSql} AS state, s.owed, s.closed_by,
    coalesce(s.rests_until, CASE WHEN ${spokenFor} THEN (SELECT max(q.rests_until) FROM quiet q WHERE q.organization_id = s.organization_id) END) AS rests_until,
    CASE WHEN ${promised} THEN s.promised_until - interval '168 hours' END AS promised_for, s.ended_at, s.last_spoken_at, m.direction, m.channel, left(m.body, 300) AS body, m.day_only
  FROM found f JOIN standing s ON s.contact_id = f.id JOIN contacts c ON c.id = f.id
    LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN messages m ON m.id = s.last_message_id
  ORDER BY ${order}`;
}

/** How many a way leads to, counted no further than `most`. */
export function countSql(
  way: Way,
  filter: Pick<ListFilter, 'organizationId' | 'tagId'>,
  most: number,
): Statement {
  const { values, take } = parameters();
  const limit = take(most);
  const also = alsoSql(filter, take);
  const branches = way.branches.map(
    ({ from = 'standing', where }) => `(SELECT FROM ${from} s WHERE ${where}${also} LIMIT ${limit})`,
  );
  const text = `WITH ${quietSql} SELECT count(*)::int AS count FROM (SELECT FROM (${branches.join(' UNION ALL ')}) b LIMIT ${limit}) c`;
  return { text, values };
}
