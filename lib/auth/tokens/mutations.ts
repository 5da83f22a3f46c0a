import 'server-only';
import { v7 } from 'uuid';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';
import { hashOfKey } from '../keys';
import { mayOwn, type Actor } from '../mint';
import { newToken, type Scope } from './token';

interface NewToken {
  readonly name: string;
  /** What it may do, and nothing else; to ask where nothing is said. */
  readonly scope?: Scope;
  /** How long it holds; null: until it is revoked. */
  readonly days: number | null;
}

/**
 * Makes a token of one's own, a reader's too: asking changes nothing. It is answered this once and kept as a hash.
 * @returns the token
 */
export async function makeToken(
  actor: Actor,
  { name, days, scope = 'gate:check' }: NewToken,
): Promise<string> {
  const id = v7();
  const token = newToken();
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO api_tokens (id, user_id, name, token_hash, scopes, expires_at)
      VALUES (${id}::uuid, ${actor.userId}::uuid, ${name}, ${hashOfKey(token)}, ${[scope]},
        law.clock() + ${days}::int * interval '24 hours')`;
    await record(tx, actor, 'token_made', { subjectId: id, codes: { scopes: [scope], days } });
  });
  return token;
}

/** Ends a token: one's own, or for an owner anybody's. Answers whether there was one to end. */
export async function revokeToken(actor: Actor, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const ended = await tx.$executeRaw`
      UPDATE api_tokens SET revoked_at = law.clock(), revoked_by_id = ${actor.userId}::uuid
      WHERE id = ${id}::uuid AND revoked_at IS NULL AND (user_id = ${actor.userId}::uuid OR ${mayOwn(actor)})`;
    if (ended === 1) await record(tx, actor, 'token_revoked', { subjectId: id });
    return ended === 1;
  });
}

/** Writes down that a token was used, at most once a minute: nobody asks more closely, and a program asks often. */
export async function noteUse(_actor: Actor, id: string): Promise<void> {
  await rows(
    `UPDATE api_tokens SET last_used_at = law.clock()
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= law.clock() - interval '1 minute')`,
    [id],
  );
}
