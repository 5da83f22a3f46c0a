'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { fieldsOf } from '../form-answer';
import { renameOrganization } from './mutations';
import { organizationSchema } from './organization-form';

const onOrganization = z.object({ id: z.uuid() });

/** Calls an organization something else. */
export async function callOrganization(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { id } = onOrganization.parse(fieldsOf(form, ['id']));
    const read = organizationSchema.safeParse(fieldsOf(form, ['name']));
    if (!read.success) return wrong(form, read.error.issues[0]?.message, language);
    const renamed = await renameOrganization(writer, id, read.data.name);
    if (!renamed.ok) return wrong(form, renamed.reason, language);
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: translate(language, 'ui')('saved') };
  });
}

function wrong(form: FormData, code: string | undefined, language: Language): FormAnswer {
  const t = translate(language, 'organizations.problems');
  const known =
    code === 'name_missing' || code === 'name_taken' || code === 'too_long' || code === 'not_found';
  return {
    ...noAnswer,
    fields: { name: t(known ? code : 'form_unknown') },
    values: fieldsOf(form, ['name']),
  };
}

function answered(form: FormData, work: (language: Language) => Promise<FormAnswer>): Promise<FormAnswer> {
  const unreadable = (language: Language) => wrong(form, 'form_unknown', language);
  return answering(work, { refused: refusedAlone, unreadable });
}
