'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { changeTemplate, createTemplate, removeTemplate } from './mutations';
import { templateProblems, templateSchema } from './template';

const onTemplate = z.object({ id: z.uuid() });

/** Keeps a new template, or the changes to one. */
export async function keepTemplate(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { id, ...fields } = fieldsOf(form);
    const read = templateSchema.safeParse(fields);
    if (!read.success) return wrong(form, read.error.issues[0], language);
    if (id === undefined) await createTemplate(writer, read.data);
    else if (!(await changeTemplate(writer, onTemplate.parse({ id }).id, read.data)))
      return wrong(form, { message: 'not_found' }, language);
    revalidatePath('/settings/templates');
    return { ...noAnswer, done: translate(language, 'templates')('kept') };
  });
}

/** Throws a template away. */
export async function dropTemplate(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const gone = await removeTemplate(await mayI('write'), onTemplate.parse(fieldsOf(form)).id);
    if (!gone) return wrong(form, { message: 'not_found' }, language);
    revalidatePath('/settings/templates');
    return { ...noAnswer, done: translate(language, 'templates')('removed') };
  });
}

function wrong(
  form: FormData,
  issue: { readonly message: string; readonly path?: readonly PropertyKey[] } | undefined,
  language: Language,
): FormAnswer {
  const code = templateProblems.find((one) => one === issue?.message) ?? 'form_unknown';
  const sentence = translate(language, 'templates.problems')(code);
  const field = issue?.path?.[0];
  return typeof field === 'string' && field !== 'id'
    ? { ...noAnswer, fields: { [field]: sentence }, values: fieldsOf(form) }
    : { ...noAnswer, error: sentence, values: fieldsOf(form) };
}

function answered(form: FormData, work: (language: Language) => Promise<FormAnswer>): Promise<FormAnswer> {
  const unreadable = (language: Language) => wrong(form, undefined, language);
  return answering(work, { refused: refusedAlone, unreadable });
}

function fieldsOf(form: FormData): Record<string, string> {
  const all = [...form].filter(([name]) => !name.startsWith('$ACTION'));
  return Object.fromEntries(
    all.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
