import 'server-only';
import { redirect } from 'next/navigation';
import { type z, ZodError } from 'zod';
import { isEarshotError } from '@/lib/errors/earshot-error';
import type { Language } from '@/lib/language/language';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { noAnswer, type FormAnswer } from './answer';
import { readForm, refusedForm } from './form';

/** How a form is answered that is not done: because the account may not, in a sentence, or because it is none of ours. */
interface Otherwise<Answer> {
  readonly refused: (sentence: string, language: Language) => Answer;
  readonly unreadable?: (language: Language) => Answer;
}

/**
 * Does what a form asks for. Somebody who is signed out meanwhile goes to sign in; what their account may not do, they
 * are told. What `work` cannot parse is `unreadable`, and thrown on where that is not said.
 */
export async function answering<Answer = FormAnswer>(
  work: (language: Language) => Promise<Answer>,
  { refused, unreadable }: Otherwise<Answer>,
): Promise<Answer> {
  const language = await currentLanguage();
  try {
    return await work(language);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (isEarshotError(error, 'not_allowed'))
      return refused(translate(language, 'account')('not_allowed'), language);
    if (unreadable && error instanceof ZodError) return unreadable(language);
    throw error;
  }
}

/** The sentence alone, for a form that keeps by itself what was filled in. */
export const refusedAlone = (error: string): FormAnswer => ({ ...noAnswer, error });

/** Answers a form with its schema: what cannot be read is said beside what they had filled in. */
export async function answerForm<S extends z.ZodObject>(
  schema: S,
  form: FormData,
  work: (data: z.infer<S>, language: Language) => Promise<FormAnswer>,
): Promise<FormAnswer> {
  return answering(
    async (language) => {
      const read = readForm(schema, form, language);
      return read.ok ? work(read.data, language) : read.answer;
    },
    { refused: (sentence) => refusedForm(form, sentence) },
  );
}
