import { type BounceReason, bounceReasons } from '@/lib/mail/reading/bounce/reasons';

/** Why a mail of ours did not arrive, as far as it matters to whoever wrote it. */
export type WhyBack =
  | 'no_address'
  | 'no_server'
  | 'takes_none'
  | 'full'
  | 'switched_off'
  | 'refused'
  | 'too_large'
  | 'unreachable'
  | 'unsaid';

/** A mail of ours that came back, or did not arrive yet. */
export interface Returned {
  readonly why: WhyBack;
  /** The server still tries; nothing failed. */
  readonly stillTrying: boolean;
}

const whys: Readonly<Record<BounceReason, WhyBack>> = {
  user_unknown: 'no_address',
  moved: 'no_address',
  host_unknown: 'no_server',
  accepts_no_mail: 'takes_none',
  mailbox_full: 'full',
  mailbox_disabled: 'switched_off',
  filtered: 'refused',
  sender_rejected: 'refused',
  authentication: 'refused',
  blocked: 'refused',
  spam: 'refused',
  virus: 'refused',
  policy: 'refused',
  content: 'refused',
  relaying_denied: 'refused',
  too_large: 'too_large',
  rate_limited: 'unreachable',
  expired: 'unreachable',
  network: 'unreachable',
  system: 'unreachable',
  system_full: 'unreachable',
  syntax: 'unsaid',
  other: 'unsaid',
};

/** Puts the reason that a report was read with into one of a few that people tell apart. */
export function whyBack(reason: string): WhyBack {
  const known = bounceReasons.find((one) => one === reason);
  return known ? whys[known] : 'unsaid';
}
