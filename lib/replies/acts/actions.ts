'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { translate } from '@/lib/language/translate';
import { retract } from '@/lib/threads/mutations';
import { impossibleForm } from '../problem';

const logged = z.object({
  messageId: z.uuid(),
  contactId: z.uuid(),
  then: z.enum(['contact', 'stay']).default('stay'),
});

/** Takes back what one logged a moment ago: it stays readable, as a mistake. */
export async function undoLog(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(logged, form, async ({ messageId, contactId, then }, language) => {
    const writer = await mayI('write');
    const answer = await retract(writer, messageId, translate(language, 'acts')('mistaken'));
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    if (then === 'contact') redirect(`/contacts/${contactId}?said=retracted`);
    return { ...noAnswer, done: translate(language, 'acts')('undone') };
  });
}
