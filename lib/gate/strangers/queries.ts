import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import type { AddressChannel } from '@/lib/contacts/addresses';
import { channelsOfDoor } from '@/lib/contacts/addresses';
import { rows } from '@/lib/db/pool';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import type { Explained } from '../explained';
import { explainStranger } from '../queries';
import { verdictSchema, type Verdict } from '../verdict';
import type { Handle } from './handle';

/** Whose door a handle is, and the row of it that a message on this channel would name; null when nobody's. */
export async function knownBy(
  _actor: Actor,
  { channel: own, handle }: Handle,
  channel: Channel = own,
): Promise<{ contactId: string; addressId: string; channel: AddressChannel } | null> {
  const [found] = await rows<{ contactId: string; addressId: string; channel: AddressChannel }>(
    `SELECT a.contact_id AS "contactId", a.id AS "addressId", a.channel FROM addresses a
      WHERE a.channel = ANY ($1::channel[]) AND a.handle = $2 AND a.state <> 'shared'
      ORDER BY a.channel = $3 DESC, a.state = 'held' DESC, a.created_at, a.id LIMIT 1`,
    [channelsOfDoor(own), handle, channel],
  );
  return found ?? null;
}

/**
 * What the law would say of a first message to a handle that belongs to nobody here: the same that it says once
 * somebody is kept with it. Nobody spoke and nobody wrote, so that only what closes the handle, its domain, or
 * the organization whose domain it is can refuse, and what the writer owes to others.
 */
export async function verdictOnStranger(actor: Actor, { channel, handle }: Handle): Promise<Verdict> {
  const [asked, closers] = await Promise.all([
    rows<{ at: string; suppressed: object | null; debt: object | null }>(
      `SELECT to_jsonb(law.clock()) #>> '{}' AS at, (SELECT jsonb_build_object('code', 'suppressed', 'since', s.recorded_at, 'until', NULL,
          'message_id', NULL, 'id', s.id, 'kind', s.kind, 'cause', s.cause) FROM law.suppressed($1, $2) s) AS suppressed,
        (SELECT jsonb_build_object('code', 'listening_debt', 'since', d.since, 'until', NULL, 'message_id', NULL, 'people', d.people,
          'asked', d.asked) FROM law.in_debt($3, law.clock()) d) AS debt`,
      [channel, handle, actor.userId],
    ),
    channel === 'email' ? organizationClosers(handle.slice(handle.indexOf('@') + 1)) : [],
  ]);
  const reasons = [
    ...asked.flatMap(({ suppressed }) => suppressed ?? []),
    ...closers,
    ...asked.flatMap(({ debt }) => debt ?? []),
  ];
  const [first] = asked;
  return verdictSchema.parse({
    allowed: reasons.length === 0,
    purpose: 'opening',
    reasons,
    warnings: [],
    at: first?.at,
  });
}

/** That verdict, ready to be put into words. */
export async function explainedStranger(
  actor: Actor,
  handle: Handle,
  language: Language,
): Promise<Explained> {
  const somebody = translate(language, 'check')('somebody');
  return explainStranger(actor, { somebody, typed: handle.typed }, await verdictOnStranger(actor, handle));
}

// An organization that owns the domain brings its noes and its rests to every address there, as law.organizations_of does.
async function organizationClosers(domain: string): Promise<object[]> {
  const found = await rows<{ id: string }>(
    `SELECT DISTINCT d.organization_id AS id FROM organization_domains d WHERE d.domain = ANY ($1)`,
    [suffixes(domain)],
  );
  if (found.length === 0) return [];
  const closers = await rows<{ reason: object }>(
    `WITH quiet AS (SELECT * FROM law.quiet_organizations() q WHERE q.organization_id = ANY ($1))
    SELECT jsonb_build_object('code', 'declined', 'since', d.recorded_at, 'until', NULL, 'message_id', d.message_id, 'id', d.id,
        'scope', d.scope, 'contact_id', d.contact_id, 'organization_id', d.organization_id) AS reason, 1 AS place, d.recorded_seq AS seq
      FROM quiet q JOIN declines d USING (organization_id, contact_id) WHERE d.recorded_at = q.closed_at AND q.held IS NULL
    UNION ALL (SELECT jsonb_build_object('code', 'unheard_reply', 'since', q.closed_at, 'until', NULL, 'message_id', q.held, 'count', 1,
        'contact_id', q.contact_id, 'organization_id', q.organization_id), 3, 0 FROM quiet q WHERE q.held IS NOT NULL ORDER BY q.closed_at DESC LIMIT 1)
    UNION ALL (SELECT jsonb_build_object('code', 'resting', 'since', r.recorded_at, 'until', r.until, 'message_id', r.message_id, 'id', r.id,
        'said_by', 'them', 'named', r.named, 'contact_id', r.contact_id, 'organization_id', q.organization_id), 2, r.recorded_seq
      FROM quiet q JOIN rests r ON r.contact_id = q.contact_id AND r.until = q.rests_until AND r.said_by = 'them'
      ORDER BY r.until DESC, r.recorded_seq DESC LIMIT 1)
    ORDER BY place, seq DESC`,
    [found.map(({ id }) => id)],
  );
  return closers.map(({ reason }) => reason);
}

function suffixes(domain: string): string[] {
  const parts = domain.split('.');
  return parts.map((_, at) => parts.slice(at).join('.'));
}
