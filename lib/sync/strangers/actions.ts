'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import type { FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedForm } from '@/lib/auth/form';
import { contactProblem } from '@/lib/contacts/form-answer';
import { translate } from '@/lib/language/translate';
import { addSender, askAboutSender, ignoreSender } from './mutations';

const onQuestion = z.strictObject({ question: z.uuid() });

/** Makes somebody who wrote a contact. */
export async function addStrangerAsContact(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onQuestion, form, async ({ question }, language) => {
    const answer = await addSender(await mayI('write'), question);
    if (answer.ok) goBack(answer.mailboxId, `added=${answer.contactId}`);
    if (answer.reason === 'not_found') return refusedForm(form, translate(language, 'mail')('gone'));
    return refusedForm(form, contactProblem(answer, language));
  });
}

/** Leaves somebody who wrote alone for ever. */
export async function neverAskAbout(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onQuestion, form, async ({ question }, language) => {
    const ignored = await ignoreSender(await mayI('write'), question);
    if (ignored) goBack(ignored.mailboxId, `ignored=${question}`);
    return refusedForm(form, translate(language, 'mail')('gone'));
  });
}

/** Takes that back, for ten minutes. */
export async function askAboutAgain(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onQuestion, form, async ({ question }, language) => {
    const again = await askAboutSender(await mayI('write'), question);
    if (again) goBack(again.mailboxId, 'again=1');
    return refusedForm(form, translate(language, 'mailboxes')('strangers.too_late'));
  });
}

function goBack(mailboxId: string | null, said: string): never {
  revalidatePath('/', 'layout');
  redirect(`/settings/mailboxes${mailboxId ? `/${mailboxId}` : ''}?${said}#strangers`);
}
