import 'server-only';
import type { Channel } from '@/generated/prisma/client';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { reasonCodes, type ReasonCode } from '../verdict';
import type { ExceptionAtHand, ReferralAtHand } from './carried';

/** The latest referral to somebody that nobody has used, as far as this can be seen; the law decides whether it is usable. */
export async function referralTo(_actor: Actor, contactId: string): Promise<ReferralAtHand | null> {
  const [found] = await rows<ReferralAtHand>(
    `SELECT f.id, f.recorded_at AS "recordedAt", c.id AS "referrerId", c.name AS referrer
      FROM referrals f JOIN contacts c ON c.id = f.referrer_id
      WHERE f.contact_id = $1 AND f.referrer_id <> $1 AND f.recorded_at > law.clock() - interval '2160 hours' AND NOT ${usedSql('referral_id', 'f')}
      ORDER BY f.recorded_seq DESC LIMIT 1`,
    [contactId],
  );
  return found ?? null;
}

/** The exception that this actor may still use to write to somebody, the latest one. */
export async function exceptionFor(actor: Actor, contactId: string): Promise<ExceptionAtHand | null> {
  const [found] = await rows<ExceptionAtHand>(
    `SELECT x.id, x.expires_at AS "expiresAt", x.new_fact AS "newFact", u.name AS "givenBy"
      FROM exceptions x JOIN users u ON u.id = x.given_by_id
      WHERE x.contact_id = $1 AND x.given_to_id = $2 AND x.expires_at > law.clock() AND NOT ${usedSql('exception_id', 'x')}
      ORDER BY x.recorded_seq DESC LIMIT 1`,
    [contactId, actor.userId],
  );
  return found ?? null;
}

const usedSql = (column: 'referral_id' | 'exception_id', of: 'f' | 'x') =>
  `EXISTS (SELECT FROM messages m JOIN outbox o ON o.message_id = m.id WHERE m.${column} = ${of}.id AND o.state NOT IN ('failed', 'withdrawn'))`;

/** Who talked last with somebody, and whether that keeps the others of the team away now. */
export interface Conversation {
  readonly userId: string;
  readonly name: string;
  readonly keepsOthersAway: boolean;
}

/** Whose conversation it is; null when nobody's. */
export async function conversationWith(_actor: Actor, contactId: string): Promise<Conversation | null> {
  const [found] = await rows<Conversation>(
    `SELECT u.id AS "userId", u.name, law.in_conversation(s.contact_id) IS NOT NULL AS "keepsOthersAway"
      FROM standing s JOIN users u ON u.id = s.talked_last_id WHERE s.contact_id = $1`,
    [contactId],
  );
  return found ?? null;
}

/**
 * Everything that refuses a message to somebody here, for any of these writers, with a pitch or without, and with
 * something new to say. In the law's order.
 */
export async function reasonsFor(
  _actor: Actor,
  { contactId, channel, addressId }: { contactId: string; channel: Channel; addressId: string | null },
  writers: readonly string[],
): Promise<ReasonCode[]> {
  const found = await rows<{ code: string; pitched: boolean }>(
    `SELECT DISTINCT r ->> 'code' AS code, p.id IS NOT NULL AS pitched
      FROM unnest($4::uuid[]) u(id), (VALUES (NULL::uuid), (gen_random_uuid())) p(id),
        LATERAL jsonb_array_elements(law.verdict($1, u.id, $2, $3, p.id, NULL, true) -> 'reasons') r`,
    [contactId, channel, addressId, writers],
  );
  // What only a pitch meets and no exception lifts keeps nobody from writing without one.
  const codes = found.flatMap(({ code, pitched }) => (pitched && code === 'invitation_needed' ? [] : code));
  return reasonCodes.filter((code) => codes.includes(code));
}

/** Who else belongs to the organization that this no closed, besides who said it; by name. */
export async function othersThere(_actor: Actor, declineId: string): Promise<{ id: string; name: string }[]> {
  return rows<{ id: string; name: string }>(
    `SELECT c.id, c.name FROM declines d JOIN contacts c ON c.organization_id = d.organization_id AND c.id <> d.contact_id
      WHERE d.id = $1 AND c.merged_into_id IS NULL ORDER BY c.name, c.id LIMIT 300`,
    [declineId],
  );
}
