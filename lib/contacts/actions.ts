'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import type { Language } from '@/lib/language/language';
import { translate } from '@/lib/language/translate';
import { addressChannels } from './addresses';
import { contactFields, contactSchema, metSchema, noteSchema } from './contact-form';
import { fieldsOf, wrongAddress, wrongFields } from './form-answer';
import {
  addAddress,
  createContact,
  editContact,
  type Edited,
  editMet,
  editNote,
  retireAddress,
} from './mutations';

const doors = ['email', 'linkedin', 'x', 'phone'] as const;
const contactNames = Object.keys(contactFields);
const onContact = z.object({ contactId: z.uuid() });
const oneAddress = onContact.extend({ channel: z.enum(addressChannels), typed: z.string().max(500) });
const onAddress = onContact.extend({ id: z.uuid() });

/** Keeps somebody new, with the addresses that were typed. */
export async function keepContact(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = contactSchema.safeParse(fieldsOf(form, contactNames));
    if (!read.success) return wrongFields(form, problemsOf(read.error), language);
    const typed = doors.flatMap((channel) => {
      const text = form.get(channel);
      return typeof text === 'string' && text.trim() !== '' ? [{ channel, typed: text.slice(0, 500) }] : [];
    });
    const kept = await createContact(writer, read.data, typed, { share: form.get('share') === 'on' });
    if (!kept.ok) return wrongAddress(form, kept.channel, kept, language);
    revalidatePath('/', 'layout');
    redirect(`/contacts/${kept.id}`);
  });
}

/** Changes what is kept about somebody, besides addresses. */
export async function changeContact(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { contactId } = onContact.parse(fieldsOf(form, ['contactId']));
    const read = contactSchema.safeParse(fieldsOf(form, contactNames));
    if (!read.success) return wrongFields(form, problemsOf(read.error), language);
    const changed = await editContact(writer, contactId, read.data);
    if (!changed.ok) return wrongFields(form, [['name', changed.reason]], language);
    revalidatePath('/', 'layout');
    redirect(`/contacts/${contactId}`);
  });
}

/** Changes how somebody was met, in place. */
export async function changeMet(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { contactId } = onContact.parse(fieldsOf(form, ['contactId']));
    const read = metSchema.safeParse(fieldsOf(form, Object.keys(metSchema.shape)));
    if (!read.success) return wrongFields(form, problemsOf(read.error), language);
    return keptInPlace(form, await editMet(writer, contactId, read.data), language);
  });
}

/** Changes our note about somebody and their tags, in place. */
export async function changeNote(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { contactId } = onContact.parse(fieldsOf(form, ['contactId']));
    const read = noteSchema.safeParse(fieldsOf(form, Object.keys(noteSchema.shape)));
    if (!read.success) return wrongFields(form, problemsOf(read.error), language);
    return keptInPlace(form, await editNote(writer, contactId, read.data), language);
  });
}

function keptInPlace(form: FormData, edited: Edited, language: Language): FormAnswer {
  if (!edited.ok) return wrongFields(form, [['note', edited.reason]], language);
  revalidatePath('/', 'layout');
  return { ...noAnswer, done: translate(language, 'ui')('saved') };
}

/** Adds one address to somebody. */
export async function addToContact(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = oneAddress.safeParse(fieldsOf(form, ['contactId', 'channel', 'typed']));
    if (!read.success) return wrongFields(form, [['typed', 'form_unknown']], language);
    const { contactId, ...typed } = read.data;
    const kept = await addAddress(writer, contactId, typed, { share: form.get('share') === 'on' });
    if (!kept.ok) return wrongAddress(form, 'typed', kept, language);
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: translate(language, 'contact_form')('added') };
  });
}

/** Takes an address away from somebody, for ever. */
export async function takeAddress(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { id } = onAddress.parse(fieldsOf(form, ['contactId', 'id']));
    const done = await retireAddress(writer, id);
    if (!done.ok) return { ...noAnswer, error: translate(language, 'impossible')(done.code) };
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: translate(language, 'contact_form')('retired') };
  });
}

const problemsOf = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => [String(path[0] ?? 'name'), message] as const);

function answered(form: FormData, work: (language: Language) => Promise<FormAnswer>): Promise<FormAnswer> {
  const unreadable = (language: Language) => wrongFields(form, [['name', 'form_unknown']], language);
  return answering(work, { refused: refusedAlone, unreadable });
}
