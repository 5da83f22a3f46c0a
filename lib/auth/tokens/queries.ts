import 'server-only';
import { rows } from '@/lib/db/pool';
import { hashOfKey } from '../keys';
import { mayOwn, type Account, type Actor } from '../mint';

export interface KeptToken {
  readonly id: string;
  readonly name: string;
  readonly holder: string;
  readonly isOwn: boolean;
  readonly createdAt: Date;
  /** Null: it holds until somebody revokes it. */
  readonly expiresAt: Date | null;
  /** To the minute; null when it was never used. */
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly alive: boolean;
}

const holds =
  't.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > law.clock()) AND u.closed_at IS NULL';

/** One's own tokens, for owners everybody's; those that open something first, then the newest. */
export async function tokensFor(actor: Actor): Promise<KeptToken[]> {
  return rows<KeptToken>(
    `SELECT t.id, t.name, u.name AS holder, t.user_id = $1 AS "isOwn", t.created_at AS "createdAt", t.expires_at AS "expiresAt",
       t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt", r.name AS "revokedBy", ${holds} AS alive
     FROM api_tokens t JOIN users u ON u.id = t.user_id LEFT JOIN users r ON r.id = t.revoked_by_id
     WHERE t.user_id = $1 OR $2 ORDER BY ${holds} DESC, t.created_at DESC, t.id LIMIT 500`,
    [actor.userId, mayOwn(actor)],
  );
}

/** Whose token this is and what it may do; null when it was never made, is revoked or too old, or its account is closed. */
export async function holderOfToken(
  token: string,
): Promise<(Account & { readonly tokenId: string; readonly scopes: readonly string[] }) | null> {
  const [found] = await rows<Account & { tokenId: string; scopes: string[] }>(
    `SELECT t.id AS "tokenId", t.scopes, u.id, u.name, u.role, u.language, u.time_zone AS "timeZone"
     FROM api_tokens t JOIN users u ON u.id = t.user_id WHERE t.token_hash = $1 AND ${holds}`,
    [hashOfKey(token)],
  );
  return found ?? null;
}
