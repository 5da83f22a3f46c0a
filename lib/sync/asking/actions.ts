'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { type FormAnswer, noAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedField, refusedForm } from '@/lib/auth/form';
import { contactProblem } from '@/lib/contacts/form-answer';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { answerQuestion, answerWithSomebodyNew, type QuestionAnswer, reopenQuestion } from './mutations';
import { settleNow } from './settling/mutations';

const whose = z.strictObject({ question: z.uuid(), contact: z.string().max(100).default('') });
const chosen = z.union([z.uuid(), z.literal('nobody')]);
const somebody = z.strictObject({
  question: z.uuid(),
  name: z.string().trim().max(200, { error: 'name_long' }),
  organization: z.string().trim().max(200, { error: 'name_long' }),
});
const again = z.strictObject({
  question: z.uuid(),
  then: z.enum(['question', 'stay']).default('question'),
});
const given = z.strictObject({ question: z.uuid() });

/** Says whose mail it is: a contact's, or nobody's here. */
export async function answerWhose(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(whose, form, async ({ question, contact }, language) => {
    const writer = await mayI('write');
    const read = chosen.safeParse(contact);
    if (!read.success) return refusedField(form, 'contact', translate(language, 'mail')('choose'));
    const contactId = read.data === 'nobody' ? null : read.data;
    return answered(form, question, await answerQuestion(writer, question, contactId), language);
  });
}

/** Says that it is somebody new, and keeps them. */
export async function addWhose(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(somebody, form, async ({ question, name, organization }, language) => {
    const writer = await mayI('write');
    if (name === '') return refusedField(form, 'name', contactProblem({ reason: 'name_missing' }, language));
    const answer = await answerWithSomebodyNew(writer, question, { name, organization });
    return answered(form, question, answer, language);
  });
}

/** Takes back what one answered a moment ago. */
export async function askAgain(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(again, form, async ({ question, then }, language) => {
    const reopened = await reopenQuestion(await mayI('write'), question);
    if (!reopened) return refusedForm(form, translate(language, 'mail')('gone'));
    revalidatePath('/', 'layout');
    if (then === 'question') redirect(`/mail/questions?at=${question}`);
    return { ...noAnswer, done: translate(language, 'acts')('undone') };
  });
}

/** Gives a mail to whom one said it belongs to, without waiting until the minute is over. */
export async function giveNow(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(given, form, async ({ question }, language) => {
    const contactId = await settleNow(await mayI('write'), question);
    if (contactId === null) return refusedForm(form, translate(language, 'mail')('gone'));
    revalidatePath('/', 'layout');
    redirect(`/contacts/${contactId}`);
  });
}

function answered(form: FormData, id: string, answer: QuestionAnswer, language: Language): FormAnswer {
  if (answer.ok) {
    revalidatePath('/', 'layout');
    redirect(`/mail/questions?said=${id}`);
  }
  if (answer.reason === 'not_found') return refusedForm(form, translate(language, 'mail')('gone'));
  return refusedForm(form, contactProblem(answer, language));
}
