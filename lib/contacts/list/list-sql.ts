import { holderJoin, holderSql } from '../holder';
import { begunSql, repliedSql, weekBeganSql } from '../replied';
import { now, promised, quietSql, spokenFor, stateSql } from '../standing-filter';
import type { Cursor } from './cursor';
import type { ListFilter, ListNarrowing, SpokenSpan } from './list-filter';
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

type Narrowing = Pick<ListFilter, 'organizationId' | 'tagId'> & ListNarrowing;

/** What narrows any list: an organization, a tag, a channel, whose they are, what they heard, how and when we spoke. */
export function alsoSql(filter: Narrowing, take: (value: unknown) => string): string {
  const { organizationId, tagId, channel, ownerId, pitchId, met, spoken, answered } = filter;
  const parts = [
    organizationId && `s.organization_id = ${take(organizationId)}::uuid`,
    tagId &&
      `EXISTS (SELECT FROM contact_tags t WHERE t.contact_id = s.contact_id AND t.tag_id = ${take(tagId)}::uuid)`,
    channel &&
      `EXISTS (SELECT FROM addresses a WHERE a.contact_id = s.contact_id AND a.channel = ${take(channel)}::channel AND a.state = 'held')`,
    ownerId && `s.owner_id = ${take(ownerId)}::uuid`,
    pitchId &&
      `s.contact_id IN (SELECT p.contact_id FROM messages p WHERE p.pitch_id = ${take(pitchId)}::uuid)`,
    met && `s.contact_id IN (SELECT c.id FROM contacts c WHERE c.met_how = ${take(met)}::met_how)`,
    spoken && spokenSql[spoken],
    answered && `s.contact_id IN (SELECT m.contact_id FROM messages m WHERE ${repliedSql(weekBeganSql)})`,
    answered === 'first' && begunSql('s.contact_id', weekBeganSql),
  ];
  return parts.flatMap((part) => (part ? [` AND ${part}`] : [])).join('');
}

const spokenSql: Readonly<Record<SpokenSpan, string>> = {
  week: `s.last_spoken_at > ${now} - interval '168 hours'`,
  month: `s.last_spoken_at > ${now} - interval '720 hours'`,
  quarter: `s.last_spoken_at > ${now} - interval '2160 hours'`,
  longer: `s.last_spoken_at <= ${now} - interval '2160 hours'`,
};

const closedSql = (also: string) =>
  `EXISTS (SELECT FROM suppressions x WHERE x.lifted_at IS NULL AND x.key_hash = ANY (a.door_hashes)${also})`;
const heldSql = `SELECT FROM addresses a WHERE a.contact_id = c.id AND a.state = 'held'`;

// Their address is dead, and there is none that is open.
const cameBackSql = `(EXISTS (${heldSql} AND ${closedSql(` AND x.cause = 'hard_bounce'`)}) AND NOT EXISTS (${heldSql} AND NOT ${closedSql('')}))`;

/** What a row of a list shows, for the rows `found` (id, key). */
export function shownSql(order: string): string {
  return `SELECT f.key::text AS key, c.id, c.name, o.name AS organization, o.id AS organization_id, ${stateSql} AS state, s.owed, s.closed_by,
    coalesce(s.rests_until, CASE WHEN ${spokenFor} THEN (SELECT max(q.rests_until) FROM quiet q WHERE q.organization_id = s.organization_id) END) AS rests_until,
    CASE WHEN ${promised} THEN s.promised_until - interval '168 hours' END AS promised_for, s.ended_at, s.last_spoken_at, m.direction, m.channel, left(m.body, 300) AS body, m.day_only,
    u.name AS owner, CASE WHEN s.talked_at > ${now} - interval '720 hours' THEN holder.name END AS talking, c.met_how, ${holderSql}, ${cameBackSql} AS came_back,
    ARRAY(SELECT g.name FROM contact_tags k JOIN tags g ON g.id = k.tag_id WHERE k.contact_id = c.id ORDER BY lower(g.name)) AS tags,
    ARRAY(SELECT a.typed FROM addresses a WHERE a.contact_id = c.id AND a.state = 'held' ORDER BY a.created_at, a.id LIMIT 5) AS addresses
  FROM found f JOIN standing s ON s.contact_id = f.id JOIN contacts c ON c.id = f.id
    LEFT JOIN organizations o ON o.id = c.organization_id LEFT JOIN messages m ON m.id = s.last_message_id
    LEFT JOIN users u ON u.id = s.owner_id ${holderJoin}
  ORDER BY ${order}`;
}

/** How many a way leads to, counted no further than `most`. */
export function countSql(way: Way, filter: Narrowing, most: number): Statement {
  const { values, take } = parameters();
  const limit = take(most);
  const also = alsoSql(filter, take);
  const branches = way.branches.map(
    ({ from = 'standing', where }) => `(SELECT FROM ${from} s WHERE ${where}${also} LIMIT ${limit})`,
  );
  const text = `WITH ${quietSql} SELECT count(*)::int AS count FROM (SELECT FROM (${branches.join(' UNION ALL ')}) b LIMIT ${limit}) c`;
  return { text, values };
}
