import 'server-only';
import { db } from '@/lib/db/client';
import type { Actor } from '../mint';

/** The e-mail address somebody signs in with. */
export async function emailOf(actor: Actor): Promise<string> {
  const { email } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { email: true },
  });
  return email;
}
