import { quietSql } from '../standing-filter';
import { isNarrowed, type ListFilter } from './list-filter';
import { alsoSql, parameters, shownSql, type Statement } from './list-sql';
import type { Sought } from './search-words';
import type { Way } from './ways';

// How much of a tab, or of what carries a word, is looked through for the other: a search is a finder, not a report.
const tabReach = 10_000;
const tabHandleReach = 1_000;
const wordReach = 3_000;

type Take = (value: unknown) => string;

/**
 * At most `most` people whom a search finds, those whose name begins with it first. Every part is found through one
 * index and stops, so that what half of all people carry is no dearer than what nobody does. In a tab it is looked for
 * from both ends: the tab's first people who match the words, and the words' first people who are in the tab.
 */
export function searchSql(sought: Sought, way: Way, filter: ListFilter, most: number): Statement {
  const { values, take } = parameters();
  const narrow = filter.tab !== 'everybody' || isNarrowed(filter);
  const limit = take(most);
  const start = `${take(sought.start)}::text`;
  const begins = (column: string) => `${column} >= ${start} AND ${column} < ${start} || chr(1114111)`;
  const first = narrow
    ? fromWay(sought, way, filter, take)
    : `SELECT s.contact_id AS id FROM standing s WHERE ${begins('s.name_key')} ORDER BY s.name_key, s.contact_id`;
  const reach = narrow ? String(wordReach) : limit;
  const inWay = narrow ? ` AND (${whereSql(way)})${alsoSql(filter, take)}` : '';
  const candidates = [
    ...(narrow ? byHandleInWay(sought, way, filter, take) : []),
    ...byName(sought, take, reach),
    ...byHandle(sought, take, reach),
  ];
  const others = candidates.map(
    (found) => `(SELECT s.contact_id FROM (${found}) x JOIN standing s ON s.contact_id = x.id
      WHERE (SELECT count(*) FROM first) < ${limit}${inWay} LIMIT ${limit})`,
  );
  const text = `WITH ${quietSql}, first AS MATERIALIZED (${first} LIMIT ${limit}),
    found AS (SELECT u.id, n.name_key AS key, ${begins('n.name_key')} AS begins
      FROM (${['SELECT id FROM first', ...others].join(' UNION ')}) u JOIN standing n ON n.contact_id = u.id
      ORDER BY begins DESC, key, id LIMIT ${limit})
    ${shownSql('f.begins DESC, f.key, f.id')}`;
  return { text, values };
}

/** The first people of a way, in its order, from each of its branches. */
function reachedSql({ branches, direction }: Way, filter: ListFilter, take: Take, reach: number): string {
  const also = alsoSql(filter, take);
  const reached = branches.map(
    ({
      from = 'standing',
      where,
      key,
    }) => `(SELECT s.contact_id AS id, s.name_key, s.organization_id FROM ${from} s
      WHERE ${where}${also} ORDER BY ${key} ${direction}, s.contact_id ${direction} LIMIT ${reach})`,
  );
  return `(${reached.join(' UNION ALL ')})`;
}

/** The people of a way, in its order, whose name and organization meet all words. */
function fromWay({ words }: Sought, way: Way, filter: ListFilter, take: Take): string {
  const met = words.map((word) => {
    const like = `LIKE ${take(word)}::text`;
    return `(t.name_key ${like} OR t.organization_id IN (SELECT g.id FROM organizations g WHERE g.name_key ${like}))`;
  });
  return `SELECT t.id FROM ${reachedSql(way, filter, take, tabReach)} t WHERE ${met.join(' AND ')}`;
}

/** The first people of a way one of whose handles has that part: what most handles carry is found in a small tab, too. */
function byHandleInWay({ handle }: Sought, way: Way, filter: ListFilter, take: Take): string[] {
  if (handle === null) return [];
  const part = `${take(handle.part)}::text`;
  return [
    `SELECT t.id FROM ${reachedSql(way, filter, take, tabHandleReach)} t
      WHERE EXISTS (SELECT FROM addresses a WHERE a.contact_id = t.id AND a.handle LIKE ${part})`,
  ];
}

function whereSql({ branches }: Way): string {
  return branches.map(({ where }) => `(${where})`).join(' OR ');
}

/** By all words in the name; by an organization that carries one of them, where name and organization meet all. */
function byName(sought: Sought, take: Take, reach: string): string[] {
  if (sought.findable.length === 0) return [];
  const like = sought.words.map((word) => `LIKE ${take(word)}::text`);
  const any = sought.findable.map((word) => `o.name_key LIKE ${take(word)}::text`);
  return [
    `SELECT c.id FROM contacts c WHERE ${like.map((one) => `c.name_key ${one}`).join(' AND ')} LIMIT ${reach}`,
    `SELECT c.id FROM (SELECT o.id, o.name_key FROM organizations o WHERE ${any.join(' OR ')} LIMIT 300) g
      JOIN contacts c ON c.organization_id = g.id
      WHERE ${like.map((one) => `(c.name_key ${one} OR g.name_key ${one})`).join(' AND ')} LIMIT ${reach}`,
  ];
}

/** By the start of an e-mail address, by a part of any handle, and by whole handles, however they were typed. */
function byHandle({ handle, addresses }: Sought, take: Take, reach: string): string[] {
  const parts: string[] = [];
  if (handle !== null) {
    const start = `${take(handle.start)}::text`;
    parts.push(`SELECT a.contact_id AS id FROM addresses a WHERE a.channel = 'email' AND a.state <> 'shared'
      AND a.handle >= ${start} AND a.handle < ${start} || chr(1114111) LIMIT ${reach}`);
    parts.push(
      `SELECT a.contact_id AS id FROM addresses a WHERE a.handle LIKE ${take(handle.part)}::text LIMIT ${reach}`,
    );
  }
  if (addresses.length > 0) {
    const channels = take(addresses.map(({ channel }) => channel));
    const handles = take(addresses.map((one) => one.handle));
    parts.push(`SELECT a.contact_id AS id FROM unnest(${channels}::channel[], ${handles}::text[]) k (channel, handle)
      JOIN addresses a ON a.channel = k.channel AND a.handle = k.handle AND a.state <> 'shared'`);
  }
  return parts;
}
