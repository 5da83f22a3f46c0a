import type { Verb } from '@/lib/events/verbs';

/** What the gate log shows, by kind. The law writes some of these itself (prisma/law). */
export const kinds = {
  refused: ['message_refused'],
  against: ['message_logged_against_the_law'],
  lifted: ['decline_withdrawn', 'opt_out_lifted', 'rest_lifted', 'suppression_lifted'],
  closed: ['address_suppressed', 'domain_suppressed', 'address_retired'],
  taken_back: ['message_retracted', 'message_withdrawn'],
  policy: ['policy_changed'],
} as const satisfies Record<string, readonly (Verb | 'address_suppressed' | 'domain_suppressed')[]>;

export type Kind = keyof typeof kinds;
export type LoggedVerb = (typeof kinds)[Kind][number];

export const allVerbs: readonly LoggedVerb[] = Object.values(kinds).flat();

export function isKind(value: string | undefined): value is Kind {
  return value !== undefined && Object.hasOwn(kinds, value);
}

/** The kind that a verb belongs to. */
export function kindOfVerb(verb: LoggedVerb): Kind {
  const found = Object.entries(kinds).find(([, verbs]) => verbs.some((one) => one === verb))?.[0];
  return isKind(found) ? found : 'policy';
}
