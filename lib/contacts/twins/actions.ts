'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { translate } from '@/lib/language/translate';
import { mergeContacts, sayTheyAreTwo } from './mutations';

const merging = z.strictObject({ from: z.uuid(), into: z.uuid() });
const parting = z.strictObject({ one: z.uuid(), other: z.uuid() });

/** Makes one contact of two, and goes there. */
export async function makeOne(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(merging, form, async (pair, language) => {
    const writer = await mayI('write');
    const reason = translate(language, 'twins')('reason');
    const done = await mergeContacts(writer, { ...pair, reason });
    if (!done.ok) return { ...noAnswer, error: translate(language, 'impossible')(done.code) };
    revalidatePath('/', 'layout');
    redirect(`/contacts/${pair.into}?said=merged`);
  });
}

/** Remembers that two contacts are not the same person. */
export async function keepTwo(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(parting, form, async ({ one, other }) => {
    await sayTheyAreTwo(await mayI('write'), one, other);
    revalidatePath('/', 'layout');
    return noAnswer;
  });
}
