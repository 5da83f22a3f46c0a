import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { headers } from 'next/headers';
import Credentials from 'next-auth/providers/credentials';
import { callersNetwork } from '@/lib/session/caller';
import { sessionOptions } from '@/lib/session/session';
import { beginSession, forgetSession } from '@/lib/session/start';
import { enter } from './door/mutations';
import { signInSchema } from './door/forms';

/** next-auth's own door (`/api/auth/…`), with the same decision and the same limits as the page. */
export function authOptions(): NextAuthOptions {
  const provider = Credentials({
    name: 'Earshot',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (given) => {
      const read = signInSchema.pick({ email: true, password: true }).strip().safeParse(given);
      if (!read.success) return null;
      const answer = await enter(read.data.email, read.data.password, await callersNetwork());
      if (answer.ok) {
        const claim = await beginSession(answer.entered, (await headers()).get('user-agent'));
        return { id: claim.userId, ...claim };
      }
      if (answer.reason === 'too_many_attempts') throw new Error('too_many_attempts');
      return null;
    },
  });
  const events = { signOut: forgetSession };
  return { ...sessionOptions(), providers: [provider], events };
}
