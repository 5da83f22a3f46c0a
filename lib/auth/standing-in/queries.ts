import 'server-only';
import { db } from '@/lib/db/client';
import { allow, mayWrite, mint, type Writer } from '../mint';

/**
 * In whose name the worker keeps what somebody wanted kept by itself: whoever connected the mailbox and said so. Null
 * when that account is closed, or only reads by now.
 */
export async function writerStandingIn(userId: string): Promise<Writer | null> {
  const account = await db().user.findFirst({
    where: { id: userId, closedAt: null },
    select: { id: true, name: true, role: true, language: true, timeZone: true },
  });
  const actor = account && mint(account);
  return actor && mayWrite(actor) ? allow(actor, 'write') : null;
}
