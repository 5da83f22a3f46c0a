import 'server-only';
import { cookies, headers } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { v7 } from 'uuid';
import { inTransaction, rows } from '@/lib/db/pool';
import { env } from '@/lib/env/env';
import { deviceIn } from './device';
import { type Claim, claimed, isSecure, sessionCookieName, sessionSchema, sessionSeconds } from './session';

type Beginning = Omit<Claim, 'sessionId'>;

/** Begins a session of somebody in the browser that calls itself so, and forgets those of theirs that open nothing any more. */
export async function beginSession(
  { userId, sessionVersion }: Beginning,
  userAgent: string | null,
): Promise<Claim> {
  const sessionId = v7();
  const { browser, system } = deviceIn(userAgent);
  await inTransaction(async (client) => {
    await client.query(
      `DELETE FROM sessions WHERE user_id = $1
        AND (session_version < $2 OR begun_at <= law.clock() - $3::int * interval '1 second')`,
      [userId, sessionVersion, sessionSeconds],
    );
    await client.query(
      `INSERT INTO sessions (id, user_id, session_version, browser, system, begun_at, last_seen_at)
      VALUES ($1, $2, $3, $4, $5, law.clock(), law.clock())`,
      [sessionId, userId, sessionVersion, browser, system],
    );
  });
  return { userId, sessionVersion, sessionId };
}

/** Signs this browser in, with the same cookie that next-auth's own route would set; actions and routes only. */
export async function startSession(entered: Beginning): Promise<void> {
  await forgetThis();
  const claim = await beginSession(entered, (await headers()).get('user-agent'));
  const token = await encode({
    token: { ...claim },
    secret: env().NEXTAUTH_SECRET,
    maxAge: sessionSeconds,
  });
  const jar = await cookies();
  jar.set(sessionCookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: sessionSeconds,
  });
}

/** Signs this browser out, and ends the session itself: a copy of its cookie opens nothing. Actions and routes only. */
export async function endSession(): Promise<void> {
  await forgetThis();
  const jar = await cookies();
  jar.delete(sessionCookieName());
}

/** Ends the session a token speaks of, when next-auth's own door signs it out. */
export async function forgetSession({ token }: { token?: object }): Promise<void> {
  const claim = sessionSchema.safeParse(token).data;
  if (claim) await forget(claim);
}

async function forgetThis(): Promise<void> {
  const claim = await claimed();
  if (claim) await forget(claim);
}

async function forget({ sessionId, userId }: Claim): Promise<void> {
  await rows('DELETE FROM sessions WHERE id = $1 AND user_id = $2', [sessionId, userId]);
}
