import 'server-only';
import type { ClosedBy } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { holderJoin, holderOf, holderSql, type Holder, type HolderRow } from '@/lib/contacts/holder';
import { promised, quietSql, stateSql, type StandingState } from '@/lib/contacts/standing-filter';
import { rows } from '@/lib/db/pool';

/** Somebody near a contact, and where they stand. */
export interface Near {
  readonly id: string;
  readonly name: string;
  readonly state: StandingState;
  readonly owes: boolean;
  readonly holder: Holder;
  readonly closedBy: ClosedBy | null;
  readonly restsUntil: Date | null;
  readonly promisedFor: Date | null;
  readonly ended: boolean;
}

const nearSql = (who: string) => `WITH ${quietSql}
  SELECT c.id, c.name, ${stateSql} AS state, s.owed > 0 AS owes, s.closed_by AS "closedBy", s.rests_until AS "restsUntil", s.ended_at IS NOT NULL AS ended,
  CASE WHEN ${promised} THEN s.promised_until - interval '168 hours' END AS "promisedFor", ${holderSql}
  FROM (${who}) near JOIN contacts c ON c.id = near.id JOIN standing s ON s.contact_id = c.id ${holderJoin} WHERE c.id <> $1
  ORDER BY s.last_spoken_at DESC NULLS LAST, c.name, c.id LIMIT $2`;

/** Colleagues of somebody at their organization: those we talked with, the latest first, then the others. */
export async function colleaguesAround(actor: Actor, contactId: string, most: number): Promise<Near[]> {
  return near(
    actor,
    nearSql(`SELECT w.contact_id AS id FROM standing w
      WHERE w.organization_id = (SELECT i.organization_id FROM contacts i WHERE i.id = $1)`),
    [contactId, most],
  );
}

/** Whom the introducer of somebody introduced besides, whether they are kept here themselves or only named. */
export async function introducedBeside(
  actor: Actor,
  contactId: string,
  introducer: { readonly id: string | null; readonly name: string },
  most: number,
): Promise<Near[]> {
  return near(
    actor,
    nearSql(`SELECT k.id FROM contacts k WHERE k.introduced_by_id = $3 UNION SELECT k.id FROM contacts k WHERE lower(k.introducer_name) = lower($4)
      UNION SELECT $3::uuid`),
    [contactId, most, introducer.id, introducer.name],
  );
}

async function near(actor: Actor, sql: string, values: readonly unknown[]): Promise<Near[]> {
  const found = await rows<Omit<Near, 'holder'> & HolderRow & Record<string, unknown>>(sql, values);
  return found.map(({ holder_id, holder_name, ...one }) => ({
    ...one,
    holder: holderOf(actor, { holder_id, holder_name }),
  }));
}
