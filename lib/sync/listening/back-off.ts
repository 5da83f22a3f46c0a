// What does not get better by itself: somebody has to sign in again, or set something up.
const inVain = ['wrong_password', 'consent_gone', 'token_refused', 'oauth_off', 'oauth_refused'];

/**
 * Seconds until a mailbox that fails is tried again: as long as it has been failing, from five seconds to five minutes, a
 * wrong password rarer still, since servers lock out who insists. `dice` from 0 to 1 spreads them by a half.
 */
export function secondsToWait(failingFor: number, fault: string, dice: number): number {
  const [least, most] = inVain.includes(fault) ? [120, 1_800] : [5, 300];
  return Math.round(Math.min(Math.max(failingFor, least), most) * (0.75 + dice / 2));
}
