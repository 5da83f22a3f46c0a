import { z } from 'zod';
import type { Outcome, Scope } from '@/generated/prisma/client';
import { blankOr, text } from '@/lib/threads/form';
import { guessedReferral } from './guessed-referral';

/** What somebody can have said, in the order of the keys: Enter, then 1 to 6. */
export const outcomes = [
  'other',
  'interested',
  'question',
  'later',
  'wrong_person',
  'declined',
  'opted_out',
] as const satisfies readonly Outcome[];

export const scopes = [
  'person',
  'this_pitch',
  'all_pitches',
  'organization',
] as const satisfies readonly Scope[];

/** The outcomes whose words one wants to keep, since they decide something. */
export const withWords: readonly Outcome[] = outcomes.filter((outcome) => outcome !== 'other');

const day = z.iso.date({ error: 'no_such_day' });

/** What a person heard in a reply, as the form, the command line and the sample tell it. */
export const hearingShape = {
  outcome: z.enum(outcomes, { error: 'choose' }),
  scope: blankOr(z.enum(scopes)),
  /** The pitch that a no is about; the form that logs has another one, which a message carries. */
  aboutPitchId: blankOr(z.uuid()),
  /** The day they named; without one a not-now rests for 180 days. */
  until: blankOr(day),
  /** Whom they named: as they put it, one of those we know, where to write to them. */
  referral: blankOr(text(200)),
  referralId: blankOr(z.uuid()),
  referralAddress: blankOr(text(300)),
  /** What stood in both before anybody typed: a guess of ours, which counts only with the outcome it was made for. */
  referralGuess: blankOr(text(510)),
  words: blankOr(text(2_000)),
  whatWeHeard: blankOr(text(500)),
  reason: blankOr(text(500)),
};

export const hearingSchema = z
  .strictObject(hearingShape)
  .superRefine(sensibleHearing)
  .transform(belongingHearing);

export type HearingTold = z.infer<typeof hearingSchema>;

type Told = z.infer<z.ZodObject<typeof hearingShape>>;

/** A no of a whole organization rests on words, and somebody who is named has a name; so it asks for them. */
export function sensibleHearing(told: Told, context: z.RefinementCtx): void {
  if (told.outcome === 'declined' && told.scope === 'organization' && !told.words)
    context.addIssue({ code: 'custom', path: ['words'], message: 'organization_words' });
  if (told.referralAddress && !told.referral && !told.referralId)
    context.addIssue({ code: 'custom', path: ['referral'], message: 'name_missing' });
}

/** Leaves out what does not belong to the outcome, since a form without a script sends everything. */
export function belongingHearing(told: Told) {
  const { outcome, reason, whatWeHeard, aboutPitchId } = told;
  // In a stop nobody is named: what comes with it is not ours to use. Nor is our own guess what they said.
  const guessed =
    told.referralGuess !== null &&
    told.referralGuess ===
      guessedReferral({ name: told.referral ?? '', address: told.referralAddress ?? '' });
  const names = outcome === 'wrong_person' || (outcome !== 'opted_out' && !guessed);
  const scope = outcome === 'declined' ? (told.scope ?? 'person') : null;
  const ofPitch = outcome === 'wrong_person' || scope === 'this_pitch';
  return {
    outcome,
    scope,
    pitchId: ofPitch ? aboutPitchId : null,
    until: outcome === 'later' ? told.until : null,
    referral: names ? told.referral : null,
    referralId: names ? told.referralId : null,
    referralAddress: names ? told.referralAddress : null,
    words: withWords.includes(outcome) ? told.words : null,
    whatWeHeard,
    reason,
  };
}
