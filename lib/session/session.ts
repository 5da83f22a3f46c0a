import 'server-only';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';
import type { Role } from '@/generated/prisma/client';
import { rows } from '@/lib/db/pool';
import { env } from '@/lib/env/env';

/** The row behind a session that still holds. It says who somebody is, never what they may do. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string;
  readonly timeZone: string;
  readonly theme: string | null;
  readonly shortcuts: boolean;
  readonly sessionVersion: number;
}

/** What a session carries: whose it is, which of their sessions, and as of which `users.session_version`. */
export const sessionSchema = z.object({
  userId: z.uuid(),
  sessionVersion: z.int().positive(),
  sessionId: z.uuid(),
});

export type Claim = z.infer<typeof sessionSchema>;

export const sessionSeconds = 30 * 24 * 60 * 60;

/** `__Secure-` only where the browser would keep such a cookie. */
export function sessionCookieName(): string {
  return isSecure() ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

export function isSecure(): boolean {
  return env().APP_URL.startsWith('https:');
}

/** What next-auth needs to read and write a session; lib/auth adds how one signs in. */
export function sessionOptions(): Omit<NextAuthOptions, 'providers'> {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => (user ? tokenOf(user) : token),
      session: ({ session, token }) => ({ expires: session.expires, user: sessionSchema.parse(token) }),
    },
  };
}

// A name or an address in the token would outlive its change, and would be readable in memory dumps and logs.
function tokenOf(user: object) {
  return { ...sessionSchema.parse(user) };
}

/** What the session of this request says of itself; null where there is none, or it is too old. */
export const claimed = cache(async (): Promise<Claim | null> => {
  const session = await getServerSession({ ...sessionOptions(), providers: [] });
  return sessionSchema.safeParse(session?.user).data ?? null;
});

/**
 * Who sent this request, or null. The rows are read once a request: an account closed, a session ended, or all of them
 * (another `session_version`), is out at the next click.
 */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const claim = await claimed();
  const found = claim && (await foundOf(claim));
  if (!found) return null;
  const { stale, ...account } = found;
  if (stale) await seenAgain(claim.sessionId);
  return account;
});

/** Whether this browser was signed in and its session was ended, by its user or with the account. */
export async function wasEnded(): Promise<boolean> {
  return (await claimed()) !== null && (await signedIn()) === null;
}

/** The open account a session still belongs to. */
export async function holderOf(claim: Claim): Promise<SignedIn | null> {
  const found = await foundOf(claim);
  if (!found) return null;
  const { stale: _, ...account } = found;
  return account;
}

/** For SQL over sessions `s` and their users `u`: it still opens something. */
export const holdsSql = `s.session_version = u.session_version AND u.closed_at IS NULL
  AND s.begun_at > law.clock() - interval '${sessionSeconds} seconds'`;

async function foundOf({
  sessionId,
  userId,
  sessionVersion,
}: Claim): Promise<(SignedIn & { stale: boolean }) | null> {
  const [found] = await rows<SignedIn & { stale: boolean }>(
    `SELECT u.id, u.name, u.email, u.role, u.language, u.time_zone AS "timeZone", u.theme, u.shortcuts,
      u.session_version AS "sessionVersion", s.last_seen_at <= law.clock() - interval '5 minutes' AS stale
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = $1 AND s.user_id = $2 AND s.session_version = $3 AND ${holdsSql}`,
    [sessionId, userId, sessionVersion],
  );
  return found ?? null;
}

// At most every five minutes: whoever asks when they were last there asks no closer.
async function seenAgain(id: string): Promise<void> {
  await rows(
    `UPDATE sessions SET last_seen_at = law.clock() WHERE id = $1 AND last_seen_at <= law.clock() - interval '5 minutes'`,
    [id],
  );
}
