'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { loadSample, removeSample } from './mutations';

/** Invites the sample people. */
export async function inviteSample(_before: FormAnswer, _form: FormData): Promise<FormAnswer> {
  const owner = await mayI('own');
  try {
    await loadSample(owner);
  } catch (error) {
    if (!isEarshotError(error)) throw error;
    return { ...noAnswer, error: translate(await currentLanguage(), 'today')('sample.problem') };
  }
  revalidatePath('/', 'layout');
  redirect('/today');
}

/** Shows the sample people out. */
export async function showSampleOut(_before: FormAnswer, _form: FormData): Promise<FormAnswer> {
  await removeSample(await mayI('own'));
  revalidatePath('/', 'layout');
  redirect('/today');
}
