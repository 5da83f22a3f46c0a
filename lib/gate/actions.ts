'use server';

import { revalidatePath } from 'next/cache';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { mayI } from '@/lib/auth/actor';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { answerOf, liftStopSchema, onRestSchema } from './forms';
import { liftOptOut, liftRest } from './mutations';

/** The owner lifts a stop, quoting words of theirs that ask us to write. */
export async function liftStop(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'closers');
  const fields = { id: form.get('id'), messageId: form.get('messageId'), words: form.get('words') };
  const read = liftStopSchema.safeParse(fields);
  if (!read.success) return { ...noAnswer, error: t('needs_words') };
  const { id, ...quoted } = read.data;
  const done = await liftOptOut(await mayI('own'), id, quoted);
  revalidatePath('/', 'layout');
  return answerOf(done, t('lifted'), await currentLanguage());
}

/** Ends a rest of ours before its day. */
export async function endRest(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const { id } = onRestSchema.parse({ id: form.get('id') });
  const done = await liftRest(await mayI('write'), id);
  revalidatePath('/', 'layout');
  return answerOf(done, translate(language, 'closers')('rest_lifted'), language);
}
