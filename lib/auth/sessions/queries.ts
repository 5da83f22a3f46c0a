import 'server-only';
import { rows } from '@/lib/db/pool';
import { claimed, holdsSql } from '@/lib/session/session';
import type { Actor } from '../mint';

/** One browser in which somebody is signed in. */
export interface OpenSession {
  readonly id: string;
  /** As they would call it, "Firefox"; null where it did not tell. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly begunAt: Date;
  /** To five minutes. */
  readonly lastSeenAt: Date;
  /** It is the one that asks. */
  readonly here: boolean;
}

/** Where somebody is signed in: here first, then who was seen last. */
export async function openSessions(actor: Actor): Promise<OpenSession[]> {
  const here = (await claimed())?.sessionId ?? null;
  return rows<OpenSession & Record<string, unknown>>(
    `SELECT s.id, s.browser, s.system, s.begun_at AS "begunAt", s.last_seen_at AS "lastSeenAt", (s.id = $2::uuid) IS TRUE AS here
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.user_id = $1 AND ${holdsSql}
    ORDER BY here DESC, s.last_seen_at DESC, s.id DESC LIMIT 100`,
    [actor.userId, here],
  );
}
