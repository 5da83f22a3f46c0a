'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { listPath } from '../list/list-path';
import { readListFilter } from '../list/list-filter';
import { forgetView, saveView } from './mutations';

const saving = z.strictObject({
  name: z
    .string()
    .transform((typed) => typed.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, { error: 'name_missing' }).max(60, { error: 'name_long' })),
  address: z.string().max(2000),
});
const forgetting = z.strictObject({ view: z.uuid() });

/** Keeps the list one looks at under a name. Only what such an address can say is kept. */
export async function keepView(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(saving, form, async ({ name, address }) => {
    const writer = await mayI('write');
    const search = new URLSearchParams(address.split('?')[1] ?? '');
    const filter = { ...readListFilter(Object.fromEntries(search)), after: null, before: null };
    await saveView(writer, name, listPath(filter));
    revalidatePath('/contacts');
    return noAnswer;
  });
}

/** Forgets a view. */
export async function dropView(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(forgetting, form, async ({ view }) => {
    await forgetView(await mayI('write'), view);
    revalidatePath('/contacts');
    return noAnswer;
  });
}
