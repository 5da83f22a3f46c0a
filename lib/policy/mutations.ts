import 'server-only';
import type { Owner } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import { db } from '@/lib/db/client';
import { EarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import { policyColumns, requireZone } from './queries';
import { changedIn, policySchema, type Policy } from './policy';

/**
 * Changes the policy; what changed, from what to what, is an event. Answers the names of the columns that changed.
 * `seen` is the policy that the change was shown against, if it was.
 * @throws EarshotError `invalid_input`, `problems: ['zone_unknown']`, when PostgreSQL does not know the zone;
 * `conflict` when the policy is not what was seen any more
 */
export async function changePolicy(owner: Owner, policy: Policy, seen?: Policy): Promise<(keyof Policy)[]> {
  const after = policySchema.parse(policy);
  await requireZone(after.timeZone);
  return db().$transaction(async (tx) => {
    // Locked first: of two owners who save at once, each event tells what was there before it.
    await tx.$queryRaw`SELECT FROM policy WHERE id = 1 FOR UPDATE`;
    const before = await tx.policy.findUniqueOrThrow({
      where: { id: 1 },
      select: policyColumns,
    });
    if (seen && changedIn(seen, before).length > 0) throw new EarshotError('conflict');
    const changed = changedIn(before, after);
    if (changed.length === 0) return changed;
    await tx.policy.update({
      where: { id: 1 },
      data: { ...after, updatedAt: systemClock.now(), updatedById: owner.userId },
    });
    const codes = changed.flatMap((name) => [
      [`${name}_before`, before[name]] as const,
      [`${name}_after`, after[name]] as const,
    ]);
    await record(tx, owner, 'policy_changed', { codes: { changed, ...Object.fromEntries(codes) } });
    return changed;
  });
}
