'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { translate } from '@/lib/language/translate';
import { retract, retractAll } from '@/lib/threads/mutations';
import { loggedBetween } from '../exchange/queries';
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

const pasted = z.object({ contactId: z.uuid(), first: z.uuid(), last: z.uuid() });

/** Takes back a whole exchange that one pasted a moment ago, as one act. */
export async function undoExchange(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(pasted, form, async ({ contactId, ...between }, language) => {
    const writer = await mayI('write');
    const { takable } = await loggedBetween(writer, contactId, between);
    const answer = await retractAll(writer, takable, translate(language, 'acts')('mistaken'));
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    redirect(`/contacts/${contactId}?said=retracted`);
  });
}
