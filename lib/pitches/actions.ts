'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { archivePitch, changePitch, createPitch, type KeptPitch } from './mutations';
import { pitchNames, pitchSchema } from './pitch-form';

const onPitch = z.object({ id: z.uuid() });
const archiving = onPitch.extend({ archived: z.enum(['yes', 'no']) });

/** Keeps a new pitch. */
export async function keepPitch(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = pitchSchema.safeParse(fieldsOf(form, pitchNames));
    if (!read.success) return wrong(form, read.error.issues[0]?.message, language);
    return kept(form, await createPitch(writer, read.data), language);
  });
}

/** Changes the words of a pitch. */
export async function editPitch(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { id } = onPitch.parse(fieldsOf(form, ['id']));
    const read = pitchSchema.safeParse(fieldsOf(form, pitchNames));
    if (!read.success) return wrong(form, read.error.issues[0]?.message, language);
    return kept(form, await changePitch(writer, id, read.data), language);
  });
}

/** Puts a pitch away, or takes it out again. */
export async function putAway(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { id, archived } = archiving.parse(fieldsOf(form, ['id', 'archived']));
    return kept(form, await archivePitch(writer, id, archived === 'yes'), language);
  });
}

function kept(form: FormData, answer: KeptPitch, language: Language): FormAnswer {
  if (!answer.ok) return wrong(form, answer.reason, language);
  revalidatePath('/', 'layout');
  return { ...noAnswer, done: translate(language, 'pitches')('kept') };
}

function wrong(form: FormData, code: string | undefined, language: Language): FormAnswer {
  const t = translate(language, 'pitches.problems');
  const known =
    code === 'name_missing' || code === 'name_taken' || code === 'too_long' || code === 'not_found';
  return {
    ...noAnswer,
    fields: { name: t(known ? code : 'form_unknown') },
    values: fieldsOf(form, pitchNames),
  };
}

function answered(form: FormData, work: (language: Language) => Promise<FormAnswer>): Promise<FormAnswer> {
  const unreadable = (language: Language) => wrong(form, 'form_unknown', language);
  return answering(work, { refused: refusedAlone, unreadable });
}

function fieldsOf(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
