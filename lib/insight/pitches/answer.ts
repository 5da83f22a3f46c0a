import type { Outcome } from '@/generated/prisma/client';

/** Where a pitch stands with somebody: what they answered last; `unheard` and `no_answer` are none yet. */
export type PitchAnswer = Outcome | 'unheard' | 'no_answer';

/** In the order in which a pitch's page shows them: what asks for us first, silence last. */
export const pitchAnswers = [
  'unheard',
  'interested',
  'question',
  'later',
  'wrong_person',
  'declined',
  'opted_out',
  'other',
  'no_answer',
] as const satisfies readonly PitchAnswer[];

/** The answers that are a no. */
export const noes: readonly PitchAnswer[] = ['declined', 'wrong_person', 'opted_out'];
