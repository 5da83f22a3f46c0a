'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedForm } from '@/lib/auth/form';
import { translate } from '@/lib/language/translate';
import { chooseFolder } from './choosing/mutations';

const onFolder = z.strictObject({ id: z.uuid(), folder: z.uuid(), wanted: z.enum(['yes', 'no']) });

/** Says whether a folder is read. */
export async function readFolder(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onFolder, form, async ({ id, folder, wanted }, language) => {
    const chosen = wanted === 'yes';
    const done = await chooseFolder(await mayI('write'), { mailboxId: id, folderId: folder, chosen });
    if (!done) return refusedForm(form, translate(language, 'mailboxes')('folders.gone'));
    revalidatePath('/', 'layout');
    return noAnswer;
  });
}
