import type { Reason, ReasonCode } from '../verdict';

/** How a verdict leaves somebody: open now, shut until a day that comes by itself, or shut. */
export type Openness = 'open' | 'later' | 'shut';

/** What another policy makes of somebody. `later`: shut, and now opens by itself; `no_longer`: the reverse. */
export const changes = ['closes', 'opens', 'later', 'no_longer'] as const;

export type Change = (typeof changes)[number];

// Whether somebody looked this morning is about who asks and when, and about no rule of the policy.
const ofTheAsker = new Set<ReasonCode>(['listening_debt', 'deaf']);

/** The reasons that stand between the team and a contact, whoever of it asks. */
export function standingReasons(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ code }) => !ofTheAsker.has(code));
}

export function opennessOf(reasons: readonly Reason[]): Openness {
  const left = standingReasons(reasons);
  if (left.length === 0) return 'open';
  return left.every(({ until }) => until !== null) ? 'later' : 'shut';
}

/** What becomes of somebody between two verdicts; null when they are open, or shut, as before. */
export function changeBetween(before: readonly Reason[], after: readonly Reason[]): Change | null {
  const [was, is] = [opennessOf(before), opennessOf(after)];
  if (was === is) return null;
  if (is === 'open') return 'opens';
  if (was === 'open') return 'closes';
  return is === 'later' ? 'later' : 'no_longer';
}
