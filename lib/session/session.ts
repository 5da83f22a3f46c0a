import 'server-only';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';
import type { Role } from '@/generated/prisma/client';
import { db } from '@/lib/db/client';
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

/** What a session carries: whose it is, and which of their sessions (`users.session_version`). */
export const sessionSchema = z.object({ userId: z.uuid(), sessionVersion: z.int().positive() });

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

/**
 * Who sent this request, or null. The row is read once a request: an account closed or signed out
 * everywhere (another `session_version`) is out at the next click.
 */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const session = await getServerSession({ ...sessionOptions(), providers: [] });
  const claimed = sessionSchema.safeParse(session?.user);
  return claimed.success ? holderOf(claimed.data) : null;
});

/** The open account a session still belongs to. */
export function holderOf({
  userId,
  sessionVersion,
}: z.infer<typeof sessionSchema>): Promise<SignedIn | null> {
  return db().user.findFirst({
    where: { id: userId, sessionVersion, closedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      language: true,
      timeZone: true,
      theme: true,
      shortcuts: true,
      sessionVersion: true,
    },
  });
}
