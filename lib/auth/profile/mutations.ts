import 'server-only';
import { db } from '@/lib/db/client';
import { record } from '@/lib/events/mutations';
import type { Language } from '@/lib/language/language';
import { countTry, giveTryBack, type Counted } from '../limits';
import type { Actor } from '../mint';
import { hashPassword, passwordFits } from '../password';

export interface Profile {
  readonly name: string;
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

export type PasswordAnswer =
  | { readonly ok: true; readonly sessionVersion: number }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'too_many_attempts'; readonly minutes: number };

/** Everybody, a reader too, decides how they are called and how they are spoken to. */
export async function saveProfile(actor: Actor, profile: Profile): Promise<void> {
  await db().user.update({ where: { id: actor.userId }, data: { ...profile }, select: { id: true } });
}

/** Changes one's own password and ends every session; the caller begins a new one for this browser. */
export async function changePassword(
  actor: Actor,
  { current, next }: { current: string; next: string },
): Promise<PasswordAnswer> {
  const tries: Counted[] = [['password', actor.userId]];
  const full = await countTry(tries);
  if (full) return { ok: false, reason: 'too_many_attempts', ...full };
  const { passwordHash: kept } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  });
  if (!(await passwordFits(kept, current))) return { ok: false, reason: 'wrong' };
  await giveTryBack(tries);
  const passwordHash = await hashPassword(next);
  return db().$transaction(async (tx) => {
    const [changed] = await tx.user.updateManyAndReturn({
      // Whoever changed it meanwhile knew the current one better.
      where: { id: actor.userId, closedAt: null, passwordHash: kept },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    if (!changed) return { ok: false, reason: 'wrong' };
    await record(tx, actor, 'password_changed', { subjectId: actor.userId });
    return { ok: true, sessionVersion: changed.sessionVersion };
  });
}

/** Ends every session of this account, also the one that asks. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = { sessionVersion: { increment: 1 } };
    await tx.user.update({ where: { id: actor.userId }, data, select: { id: true } });
    await record(tx, actor, 'signed_out_everywhere', { subjectId: actor.userId });
  });
}
