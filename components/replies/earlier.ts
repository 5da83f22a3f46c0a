import type { Closer } from '@/lib/gate/closers/closer';

/** What somebody said before that still closes them: a no, else a not-now; `maybe` where nobody has looked. */
export type Earlier = 'no' | 'later' | 'none' | 'maybe';

/** Which no or not-now of their own stands that they said before the reply that is listened to now. */
export function earlierOf(
  closers: readonly Closer[],
  reply: { readonly id: string; readonly at: Date } | undefined,
): Earlier {
  const theirs = closers.filter(
    (one) =>
      (one.kind === 'decline' || (one.kind === 'rest' && !one.isOurs)) &&
      one.speaker === null &&
      one.heardIn?.messageId !== reply?.id &&
      (!one.saidAt || !reply || one.saidAt <= reply.at),
  );
  if (theirs.some(({ kind }) => kind === 'decline')) return 'no';
  return theirs.length > 0 ? 'later' : 'none';
}
