import 'server-only';
import type { AddressState, MetHow } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { type AddressChannel, channelsOfDoor } from './addresses';

/** One address of somebody, and whose door it is where it is only listed. */
export interface KeptAddress {
  readonly id: string;
  readonly channel: AddressChannel;
  readonly handle: string;
  readonly typed: string;
  readonly state: AddressState;
  readonly holder: { readonly id: string; readonly name: string } | null;
}

/** What is kept about somebody, as the form of a contact shows it. */
export interface KeptContact {
  readonly id: string;
  readonly name: string;
  readonly givenName: string | null;
  readonly position: string | null;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly metHow: MetHow;
  readonly metWhere: string | null;
  /** `YYYY-MM-DD`. */
  readonly metOn: string | null;
  readonly introducer: string | null;
  readonly source: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  /** Who looks after them. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly addresses: readonly KeptAddress[];
}

/** Everything kept about somebody besides what was said; null when there is nobody of that id. */
export async function contactById(_actor: Actor, id: string): Promise<KeptContact | null> {
  const [found] = await rows<
    Omit<KeptContact, 'organization'> & { organization_id: string | null; organization_name: string | null }
  >(
    `SELECT c.id, c.name, c.given_name AS "givenName", c.position, c.language, c.country, c.time_zone AS "timeZone",
      c.met_how AS "metHow", c.met_where AS "metWhere", c.met_on::text AS "metOn", c.introducer_name AS introducer,
      c.source_of_address AS source, c.note, o.id AS organization_id, o.name AS organization_name,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = c.owner_id) AS owner,
      ARRAY(SELECT t.name FROM contact_tags k JOIN tags t ON t.id = k.tag_id WHERE k.contact_id = c.id ORDER BY lower(t.name)) AS tags,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'channel', a.channel, 'handle', a.handle, 'typed', a.typed, 'state', a.state,
          'holder', (SELECT jsonb_build_object('id', h.id, 'name', h.name) FROM addresses b JOIN contacts h ON h.id = b.contact_id
            WHERE a.state = 'shared' AND b.handle = a.handle AND b.state <> 'shared' AND b.contact_id <> a.contact_id
              AND (b.channel = a.channel OR (a.channel IN ('phone', 'whatsapp', 'sms') AND b.channel IN ('phone', 'whatsapp', 'sms'))) LIMIT 1))
        ORDER BY a.state, a.channel, a.created_at, a.id) FROM addresses a WHERE a.contact_id = c.id), '[]') AS addresses
    FROM contacts c LEFT JOIN organizations o ON o.id = c.organization_id WHERE c.id = $1`,
    [id],
  );
  if (!found) return null;
  const { organization_id, organization_name, ...contact } = found;
  const organization =
    organization_id && organization_name ? { id: organization_id, name: organization_name } : null;
  return { ...contact, organization };
}

/** Whose door a handle (normalized) is, held or retired; null when it is nobody's. */
export async function holderOf(
  _actor: Actor,
  channel: AddressChannel,
  handle: string,
): Promise<{ id: string; name: string; retired: boolean } | null> {
  const [holder] = await rows<{ id: string; name: string; retired: boolean }>(
    `SELECT c.id, c.name, a.state = 'retired' AS retired FROM addresses a JOIN contacts c ON c.id = a.contact_id
    WHERE a.channel = ANY ($1::channel[]) AND a.handle = $2 AND a.state <> 'shared' ORDER BY a.created_at, a.id LIMIT 1`,
    [channelsOfDoor(channel), handle],
  );
  return holder ?? null;
}
