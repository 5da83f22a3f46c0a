import { z } from 'zod';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import type { Done } from '@/lib/errors/impossible';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';

const sentence = z.string().trim().min(1).max(500);

export const liftStopSchema = z.object({ id: z.uuid(), messageId: z.uuid(), words: sentence });
export const onRestSchema = z.object({ id: z.uuid() });

/** What a form that lifts something is answered: done, or why that is impossible. */
export function answerOf(done: Done, said: string, language: Language): FormAnswer {
  if (done.ok) return { ...noAnswer, done: said };
  return { ...noAnswer, error: translate(language, 'impossible')(done.code) };
}
