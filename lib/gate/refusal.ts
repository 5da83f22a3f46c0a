import { z } from 'zod';
import { databaseFault } from '@/lib/errors/database-fault';
import { impossibleOf, type ImpossibleCode } from '@/lib/errors/impossible';
import { verdictSchema, type Verdict } from './verdict';

/** What the law answered instead of letting a message out. */
export type Refusal =
  | { readonly why: 'refused'; readonly verdict: Verdict }
  | { readonly why: 'impossible'; readonly code: ImpossibleCode | 'other' };

const raised = z.object({ detail: z.string() });
const written = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(verdictSchema);

/** What the law said when it raised this error of `pg`; null for every other error, which is then the caller's to throw. */
export function refusalOf(error: unknown): Refusal | null {
  if (databaseFault(error)?.sqlstate === 'P0G01')
    return { why: 'refused', verdict: written.parse(raised.parse(error).detail) };
  const code = impossibleOf(error);
  return code ? { why: 'impossible', code } : null;
}
