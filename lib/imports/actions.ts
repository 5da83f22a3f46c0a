'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { importContacts } from './mutations';
import { faultSentence } from './report/words';

/** Bytes of the largest file the page takes; larger ones go through the command line. */
const mostBytes = 30 * 1024 * 1024;

/** Imports a file, and shows what became of each of its rows. */
export async function importFile(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  let importId: string;
  try {
    const writer = await mayI('write');
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0)
      return { ...noAnswer, fields: { file: translate(language, 'imports')('choose') } };
    if (file.size > mostBytes) return { ...noAnswer, fields: { file: faultSentence('too_large', language) } };
    const summary = await importContacts({ by: writer, stream: file.stream(), fileName: file.name });
    importId = summary.id;
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (isEarshotError(error, 'not_allowed'))
      return { ...noAnswer, error: translate(language, 'account')('not_allowed') };
    if (isEarshotError(error, 'unreadable_file'))
      return { ...noAnswer, fields: { file: faultSentence(String(error.facts['why']), language) } };
    throw error;
  }
  revalidatePath('/', 'layout');
  redirect(`/import/${importId}`);
}
