import type { Verb } from '@/lib/events/verbs';

/** What closes is a row of its own and no event; in the log it goes by these names. */
export const closings = ['no_recorded', 'wrong_person_recorded', 'stop_recorded', 'rest_recorded'] as const;

type LawsOwn = 'address_suppressed' | 'domain_suppressed';

/** What the gate log shows, by kind. The law writes some of these itself (prisma/law). */
export const kinds = {
  refused: ['message_refused'],
  against: ['message_logged_against_the_law'],
  closed: [...closings, 'address_suppressed', 'domain_suppressed', 'address_retired'],
  lifted: [
    ...['decline_withdrawn', 'closers_withdrawn', 'opt_out_lifted', 'rest_lifted'],
    ...['suppression_lifted', 'successor_named', 'referral_recorded'],
    ...['conversation_handed_over', 'conversations_handed_over'],
  ],
  excepted: ['exception_granted'],
  taken_back: ['message_retracted', 'message_withdrawn'],
  policy: ['policy_changed'],
} as const satisfies Record<string, readonly (Verb | LawsOwn | (typeof closings)[number])[]>;

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
