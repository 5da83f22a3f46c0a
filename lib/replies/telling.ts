import { z } from 'zod';
import { blankOr } from '@/lib/threads/form';
import { belonging, logShape, sensible } from '@/lib/threads/log';
import { belongingHearing, hearingShape, outcomes, sensibleHearing } from './hearing';

const shape = {
  ...logShape,
  ...hearingShape,
  outcome: blankOr(z.enum(outcomes)),
  corrects: blankOr(z.uuid()),
};

type Told = z.infer<z.ZodObject<typeof shape>>;

/** The fields of the form that logs. */
export const tellingNames = Object.keys(shape);

/** What the form that logs tells: a message, or a talk with its outcome; anew, or in the place of a wrong row. */
export const tellingSchema = z.strictObject(shape).superRefine(together).transform(apart);

export type Telling = z.infer<typeof tellingSchema>;

function together(told: Told, context: z.RefinementCtx): void {
  const wrong = (path: keyof Told, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  sensible(told, context);
  if (told.corrects && !told.reason) wrong('reason', 'empty');
  if (told.kind !== 'talk') return;
  if (told.outcome === null) wrong('outcome', 'choose');
  else sensibleHearing({ ...told, outcome: told.outcome }, context);
}

function apart({ corrects, outcome, reason, ...told }: Told) {
  const { scope, pitchId, untilChoice, until, referral, words, whatWeHeard, ...said } = told;
  const heard = { scope, pitchId, untilChoice, until, referral, words, whatWeHeard, reason: null };
  return {
    log: belonging({ ...said, pitchId }),
    hearing: told.kind === 'talk' && outcome !== null ? belongingHearing({ ...heard, outcome }) : null,
    correcting: corrects === null ? null : { messageId: corrects, reason: reason ?? '' },
  };
}
