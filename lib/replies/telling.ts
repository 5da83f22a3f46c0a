import { z } from 'zod';
import { blankOr, errorsOf } from '@/lib/threads/form';
import { belonging, logShape, sensible, talksIn, type Log } from '@/lib/threads/log';
import type { Correcting } from '@/lib/threads/mutations';
import { belongingHearing, hearingShape, outcomes, sensibleHearing, type HearingTold } from './hearing';

const shape = {
  ...logShape,
  ...hearingShape,
  outcome: blankOr(z.enum(outcomes)),
  corrects: blankOr(z.uuid()),
};

type Told = z.infer<z.ZodObject<typeof shape>>;

/** The fields of the form that logs. `where` holds the channel and, after a colon, the address. */
export const tellingNames = [
  ...Object.keys(shape).filter((name) => !/^(channel|addressId)$/.test(name)),
  'where',
];

/** A message, or a talk with its outcome; anew, or in the place of a wrong row. */
export interface Telling {
  readonly log: Log;
  readonly hearing: HearingTold | null;
  readonly correcting: Correcting | null;
}

const schema = z.strictObject(shape).superRefine(together).transform(apart);

/** Reads what the form that logs tells, or says what is wrong with which field. */
export function readTelling({
  where = '',
  ...fields
}: Readonly<Record<string, string>>):
  { ok: true; telling: Telling } | { ok: false; errors: Record<string, string> } {
  const [channel = '', addressId = ''] = where.split(':');
  const read = schema.safeParse({ ...fields, channel, addressId });
  if (read.success) return { ok: true, telling: read.data };
  const { channel: place, ...errors } = errorsOf(read.error);
  return { ok: false, errors: place ? { ...errors, where: place } : errors };
}

function together(told: Told, context: z.RefinementCtx): void {
  const wrong = (path: keyof Told, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  sensible(told, context);
  if (told.corrects && !told.reason) wrong('reason', 'empty');
  if (!talksIn(told)) return;
  if (told.outcome === null) wrong('outcome', 'choose');
  else sensibleHearing({ ...told, outcome: told.outcome }, context);
}

function apart({ corrects, outcome, reason, ...told }: Told): Telling {
  const { scope, aboutPitchId, until, words, whatWeHeard, ...without } = told;
  const { referral, referralId, referralAddress, referralGuess, ...rest } = without;
  const isTalk = talksIn(rest);
  const said = isTalk ? { ...rest, kind: 'talk' as const } : rest;
  const named = { referral, referralId, referralAddress, referralGuess };
  const heard = { scope, aboutPitchId, until, ...named, words, whatWeHeard, reason: null };
  return {
    log: belonging(said),
    hearing: isTalk && outcome !== null ? belongingHearing({ ...heard, outcome }) : null,
    correcting: corrects === null ? null : { messageId: corrects, reason: reason ?? '' },
  };
}
