import 'server-only';
import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { env } from '@/lib/env/env';
import { isSecure, sessionCookieName, sessionSchema, sessionSeconds } from './session';

/** Signs this browser in, with the same cookie that next-auth's own route would set; actions and routes only. */
export async function startSession(session: { userId: string; sessionVersion: number }): Promise<void> {
  const token = await encode({
    token: sessionSchema.parse(session),
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

/** Signs this browser out; actions and routes only. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  jar.delete(sessionCookieName());
}
