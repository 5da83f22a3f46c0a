import 'server-only';
import type { ClosedBy } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import type { Cursor } from '../list/cursor';
import { holderJoin, holderOf, holderSql, type Holder, type HolderRow } from '../holder';
import { promised, quietSql, stateSql, type StandingState } from '../standing-filter';

/** Why two contacts look like one person. */
export type TwinWhy = 'same_handle' | 'same_name_there' | 'same_name' | 'same_name_nowhere';

/** One of two who look like one. */
export interface Twin {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly organization: string | null;
  readonly addresses: readonly string[];
  readonly messages: number;
  readonly createdAt: Date;
  readonly state: StandingState;
  readonly owes: boolean;
  readonly holder: Holder;
  readonly closedBy: ClosedBy | null;
  readonly restsUntil: Date | null;
  readonly promisedFor: Date | null;
  readonly ended: boolean;
}

export interface Twins {
  readonly one: Twin;
  readonly other: Twin;
  readonly why: readonly TwinWhy[];
}

interface Pair {
  readonly one: string;
  readonly other: string;
  readonly why: TwinWhy;
}

// So many names are looked through for one page, along their index; the page says where it stopped.
const reach = 20_000;
const pairsShown = 20;

const unsaid = (one: string, other: string) =>
  `NOT EXISTS (SELECT FROM not_the_same n WHERE n.one_id = least(${one}, ${other}) AND n.other_id = greatest(${one}, ${other}))`;

/**
 * Contacts who look like one person: on the first page those who share a handle, then along the names those of the
 * same name at the same organization, or where one has none. `after` is where the last page stopped.
 */
export async function twinsAfter(
  actor: Actor,
  after: Cursor | null,
): Promise<{ twins: Twins[]; further: Cursor | null }> {
  const [shared, { pairs, further }] = await Promise.all([
    after ? [] : sharingHandles(actor),
    ofOneName(actor, after),
  ]);
  return { twins: await besideEachOther(actor, [...shared, ...pairs]), further };
}

async function sharingHandles(_actor: Actor): Promise<Pair[]> {
  return rows<Pair & Record<string, unknown>>(
    `SELECT DISTINCT least(a.contact_id, b.contact_id) AS one, greatest(a.contact_id, b.contact_id) AS other, 'same_handle' AS why
    FROM addresses a JOIN addresses b ON b.handle = a.handle AND b.state <> 'shared' AND b.contact_id <> a.contact_id
        AND b.channel = ANY (CASE WHEN a.channel IN ('phone', 'whatsapp', 'sms') THEN ARRAY['phone', 'whatsapp', 'sms']::channel[] ELSE ARRAY[a.channel] END)
      JOIN standing s ON s.contact_id = a.contact_id JOIN standing t ON t.contact_id = b.contact_id
    WHERE a.state = 'shared' AND ${unsaid('a.contact_id', 'b.contact_id')} LIMIT $1`,
    [pairsShown],
  );
}

interface NamedPair extends Pair {
  key: string;
  at: string;
  [column: string]: unknown;
}

async function ofOneName(
  _actor: Actor,
  after: Cursor | null,
): Promise<{ pairs: Pair[]; further: Cursor | null }> {
  const walk = `SELECT w.contact_id, w.name_key, w.organization_id FROM standing w
    WHERE w.name_key <> '' AND (w.name_key, w.contact_id) > ($1, $2::uuid) ORDER BY w.name_key, w.contact_id LIMIT ${reach}`;
  const place = [after?.key ?? '', after?.id ?? '00000000-0000-0000-0000-000000000000'];
  const [found, [last]] = await Promise.all([
    rows<NamedPair>(
      `WITH walked AS (${walk}), beside AS (
        SELECT contact_id AS one, lead(contact_id) OVER there AS other, 'same_name_there' AS why, name_key AS key, contact_id AS at FROM walked
          WHERE organization_id IS NOT NULL WINDOW there AS (PARTITION BY name_key, organization_id ORDER BY contact_id)
        UNION ALL SELECT lag(contact_id) OVER same, CASE WHEN organization_id IS NULL OR lag(organization_id) OVER same IS NULL THEN contact_id END,
            CASE WHEN coalesce(organization_id, lag(organization_id) OVER same) IS NULL THEN 'same_name_nowhere' ELSE 'same_name' END, name_key, contact_id FROM walked
          WINDOW same AS (PARTITION BY name_key ORDER BY organization_id NULLS FIRST, contact_id))
      SELECT least(one, other) AS one, greatest(one, other) AS other, why, key, at FROM beside
      WHERE one IS NOT NULL AND other IS NOT NULL AND ${unsaid('one', 'other')} ORDER BY key, at LIMIT $3`,
      [...place, pairsShown + 1],
    ),
    rows<{ key: string; id: string }>(
      `SELECT name_key AS key, contact_id AS id FROM (${walk}) w ORDER BY name_key DESC, contact_id DESC LIMIT 1 OFFSET 0`,
      place,
    ),
  ]);
  if (found.length > pairsShown) {
    const end = found[pairsShown - 1];
    return { pairs: found.slice(0, pairsShown), further: end ? { key: end.key, id: end.at } : null };
  }
  const [more] = last
    ? await rows('SELECT FROM standing w WHERE (w.name_key, w.contact_id) > ($1, $2::uuid) LIMIT 1', [
        last.key,
        last.id,
      ])
    : [];
  return { pairs: found, further: more && last ? last : null };
}

async function besideEachOther(actor: Actor, pairs: readonly Pair[]): Promise<Twins[]> {
  const found = await rows<Omit<Twin, 'holder'> & HolderRow & Record<string, unknown>>(
    `WITH ${quietSql} SELECT c.id, c.name, c.position, o.name AS organization, c.created_at AS "createdAt",
      ARRAY(SELECT a.typed FROM addresses a WHERE a.contact_id = c.id ORDER BY a.state, a.created_at LIMIT 6) AS addresses,
      (SELECT count(*)::int FROM messages m WHERE m.contact_id = c.id) AS messages,
      ${stateSql} AS state, s.owed > 0 AS owes, s.closed_by AS "closedBy", s.rests_until AS "restsUntil", s.ended_at IS NOT NULL AS ended,
  CASE WHEN ${promised} THEN s.promised_until - interval '168 hours' END AS "promisedFor", ${holderSql}
    FROM contacts c JOIN standing s ON s.contact_id = c.id LEFT JOIN organizations o ON o.id = c.organization_id ${holderJoin} WHERE c.id = ANY ($1)`,
    [pairs.flatMap(({ one, other }) => [one, other])],
  );
  const people = new Map(
    found.map(({ holder_id, holder_name, ...one }) => [
      one.id,
      { ...one, holder: holderOf(actor, { holder_id, holder_name }) },
    ]),
  );
  const twins = new Map<string, Twins>();
  for (const pair of pairs) {
    const [one, other] = [people.get(pair.one), people.get(pair.other)];
    if (!one || !other) continue;
    const key = `${pair.one} ${pair.other}`;
    twins.set(key, { one, other, why: [...(twins.get(key)?.why ?? []), pair.why] });
  }
  return [...twins.values()];
}
