import { databaseFault } from './database-fault';

/** Everything the law can call impossible (SQLSTATE P0G02), each with a sentence in the `impossible` messages. */
export const impossibleCodes = [
  'address_begins_retired',
  'address_belongs_to_another',
  'address_not_held',
  'address_of_another',
  'already_heard',
  'already_retracted',
  'already_settled',
  'already_suppressed',
  'answers_another',
  'answers_no_reply',
  'cannot_be_used',
  'contact_unknown',
  'granted_never_taken',
  'hear_it_again',
  'never_an_exception',
  'no_organization',
  'not_allowed',
  'not_declined',
  'not_our_turn',
  'not_ours_to_lift',
  'not_resting',
  'not_suppressed',
  'not_theirs_to_give',
  'not_to_be_sent',
  'occurred_in_the_future',
  'one_is_on_its_way',
  'only_facts_are_retracted',
  'only_replies_are_heard',
  'only_replies_refer',
  'only_their_words_lift_it',
  'outbox_row_is_fixed',
  'owner_must_write',
  'owner_with_a_reason',
  'retraction_needs_a_reason',
  'something_to_answer',
  'thread_of_another',
] as const;

export type ImpossibleCode = (typeof impossibleCodes)[number];

/** The code with which the law said that something cannot be done now; null for every other error. */
export function impossibleOf(error: unknown): ImpossibleCode | 'other' | null {
  const fault = databaseFault(error);
  if (fault?.sqlstate !== 'P0G02') return null;
  return impossibleCodes.find((code) => code === fault.message) ?? 'other';
}

/** Done, or what made it impossible. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly code: ImpossibleCode | 'other' };

/** Does work that the law may call impossible; any other error is thrown on. */
export async function doneUnlessImpossible(work: () => Promise<unknown>): Promise<Done> {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    const code = impossibleOf(error);
    if (code) return { ok: false, code };
    throw error;
  }
}
