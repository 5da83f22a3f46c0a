'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { translate } from '@/lib/language/translate';
import { giveContact } from './mutations';

const giving = z.strictObject({
  contactId: z.uuid(),
  owner: z.union([z.uuid(), z.literal('')]).transform((id) => id || null),
});

/** Says who looks after a contact, where it stands. */
export async function changeOwner(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(giving, form, async ({ contactId, owner }, language) => {
    const given = await giveContact(await mayI('write'), contactId, owner);
    if (!given.ok) return { ...noAnswer, error: translate(language, 'impossible')(given.code) };
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: translate(language, 'ui')('saved') };
  });
}
