import 'server-only';
import { db } from '@/lib/db/client';
import { record } from '@/lib/events/mutations';
import type { Actor } from '../mint';

/** Ends one session of one's own. Answers whether there was one to end. */
export async function endOneSession(actor: Actor, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: actor.userId } });
    if (count > 0) await record(tx, actor, 'session_ended', { subjectId: id });
    return count > 0;
  });
}

/** Ends every session of one's own but the one named, and answers how many. */
export async function endOtherSessions(actor: Actor, hereId: string): Promise<number> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { userId: actor.userId, NOT: { id: hereId } } });
    if (count > 0)
      await record(tx, actor, 'other_sessions_ended', {
        subjectId: actor.userId,
        codes: { sessions: count },
      });
    return count;
  });
}
