import 'server-only';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { isEarshotError } from '@/lib/errors/earshot-error';
import type { Language } from '@/lib/language/language';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import type { FormAnswer } from './answer';
import { readForm, refusedForm } from './form';

/**
 * Answers a form: what cannot be read, and what the reader's account may not do, in sentences beside what they
 * had filled in. Somebody who is signed out meanwhile goes to sign in.
 */
export async function answerForm<S extends z.ZodObject>(
  schema: S,
  form: FormData,
  work: (data: z.infer<S>, language: Language) => Promise<FormAnswer>,
): Promise<FormAnswer> {
  const language = await currentLanguage();
  const read = readForm(schema, form, language);
  if (!read.ok) return read.answer;
  try {
    return await work(read.data, language);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (isEarshotError(error, 'not_allowed'))
      return refusedForm(form, translate(language, 'account')('not_allowed'));
    throw error;
  }
}
