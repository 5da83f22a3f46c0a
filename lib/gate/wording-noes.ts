import type { Unlifted, Words } from './choice';
import type { ExplainedReason } from './explained';
import type { Purpose } from './verdict';

/** A no in words, by its scope. */
export function declined(told: ExplainedReason, purpose: Purpose): Unlifted {
  const { scope } = told.reason;
  if (scope === 'this_pitch') return aboutPitch(told, purpose, 'no_to_pitch');
  if (scope === 'all_pitches' && purpose === 'follow_up')
    return { head: 'now', why: { said: 'no_pitches' }, opens: 'once_they_speak' };
  if (scope === 'all_pitches')
    return { head: 'no_pitch', why: { said: 'no_pitches' }, opens: 'without_pitch' };
  if (told.speaker)
    return { head: 'anybody', why: { said: 'no_by_colleague' }, opens: 'interest_of_speaker' };
  return { head: 'now', why: { said: scope === 'organization' ? 'no_for_all' : 'no' }, opens: 'interest' };
}

/** A no that is about a pitch: to it, or by whom it was not for. */
export function aboutPitch(
  { reason }: ExplainedReason,
  purpose: Purpose,
  said: keyof Words['said'],
): Unlifted {
  const why = { said };
  if (purpose === 'response') return { head: 'no_pitch', why, opens: 'answer_without_pitch' };
  if (reason.until) return { head: 'before', why, opens: 'something_else' };
  return { head: purpose === 'follow_up' ? 'now' : 'this_pitch', why, opens: 'interest' };
}

/** A rest of our own in words. */
export const ourRest = {
  head: 'before',
  why: { found: 'our_rest' },
  opens: 'that_day_or_we',
  lift: 'anybody',
} as const;

/** A not-now of theirs in words. */
export function notNow({ reason: { needs_new_fact: news, named }, speaker }: ExplainedReason): Unlifted {
  if (speaker)
    return { head: 'anybody_before', why: { said: 'not_now_for_all' }, opens: 'that_day_or_speaker' };
  if (news) return { head: 'without_news', why: { said: 'not_now_over' }, opens: 'say_what_is_new' };
  if (named === false)
    return { head: 'before', why: { said: 'not_now_unnamed' }, opens: 'one_message_with_news' };
  return { head: 'before', why: { said: 'not_now' }, opens: 'one_message' };
}
