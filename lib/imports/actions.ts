'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { readChosen } from './columns/chosen';
import { nameSomebody } from './columns/guess';
import { faultSentence } from './report/words';
import { startImport } from './running/mutations';
import { removeUpload } from './uploads/mutations';
import { lookInto, uploadOf } from './uploads/queries';

/** Imports a waiting file with the columns that somebody chose, and shows what became of its rows. */
export async function importUpload(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const t = translate(language, 'imports');
  const { data: id } = z.uuid().safeParse(form.get('id'));
  try {
    const writer = await mayI('write');
    const upload = id ? await uploadOf(writer, id) : null;
    if (!id || !upload) return { ...noAnswer, error: t('gone') };
    const look = await lookInto(writer, id);
    const chosen = 'fault' in look ? null : readChosen(form, look.header.length);
    if (!chosen || !nameSomebody(chosen.columns))
      return { ...noAnswer, error: faultSentence('no_column', language) };
    await startImport(writer, id, upload, chosen);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (isEarshotError(error, 'not_allowed'))
      return { ...noAnswer, error: translate(language, 'account')('not_allowed') };
    if (isEarshotError(error, 'unreadable_file'))
      return { ...noAnswer, error: faultSentence(String(error.facts['why']), language) };
    throw error;
  }
  revalidatePath('/', 'layout');
  redirect(`/import/${id}`);
}

/** Takes a waiting file away, nothing imported. */
export async function discardUpload(form: FormData): Promise<void> {
  const { data: id } = z.uuid().safeParse(form.get('id'));
  try {
    const writer = await mayI('write');
    if (id && (await uploadOf(writer, id))) await removeUpload(writer, id);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (!isEarshotError(error, 'not_allowed')) throw error;
  }
  redirect('/import');
}
