/** Why a mail did not arrive. The first four say that the address is dead: they are hard. */
export const bounceReasons = [
  'user_unknown',
  'host_unknown',
  'moved',
  'accepts_no_mail',
  'mailbox_full',
  'mailbox_disabled',
  'filtered',
  'sender_rejected',
  'authentication',
  'blocked',
  'spam',
  'virus',
  'policy',
  'too_large',
  'content',
  'relaying_denied',
  'rate_limited',
  'expired',
  'network',
  'system',
  'system_full',
  'syntax',
  'other',
] as const;

export type BounceReason = (typeof bounceReasons)[number];

const dead: ReadonlySet<BounceReason> = new Set(['user_unknown', 'host_unknown', 'moved', 'accepts_no_mail']);

/** Whether the address will be as dead tomorrow. */
export function isHard(reason: BounceReason): boolean {
  return dead.has(reason);
}
