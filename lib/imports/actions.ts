'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import type { FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { translate } from '@/lib/language/translate';
import { readChosen } from './columns/chosen';
import { nameSomebody } from './columns/guess';
import { faultSentence } from './report/words';
import { startImport } from './running/mutations';
import { removeUpload } from './uploads/mutations';
import { lookInto, uploadOf } from './uploads/queries';

/** Imports a waiting file with the columns that somebody chose, and shows what became of its rows. */
export async function importUpload(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const { data: id } = z.uuid().safeParse(form.get('id'));
  return answering(
    async (language) => {
      const writer = await mayI('write');
      const upload = id ? await uploadOf(writer, id) : null;
      if (!id || !upload) return refusedAlone(translate(language, 'imports')('gone'));
      const look = await lookInto(writer, id);
      const chosen = 'fault' in look ? null : readChosen(form, look.header.length);
      if (!chosen || !nameSomebody(chosen.columns)) return refusedAlone(faultSentence('no_column', language));
      const fault = await startImport(writer, id, upload, chosen).then(() => null, faultOf);
      if (fault !== null) return refusedAlone(faultSentence(fault, language));
      revalidatePath('/', 'layout');
      redirect(`/import/${id}`);
    },
    { refused: refusedAlone },
  );
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

function faultOf(error: unknown): string {
  if (isEarshotError(error, 'unreadable_file')) return String(error.facts['why']);
  throw error;
}
