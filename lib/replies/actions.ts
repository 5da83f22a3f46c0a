'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormAnswer } from '@/lib/auth/answer';
import { mayI, type Writer } from '@/lib/auth/actor';
import { contactSchema } from '@/lib/contacts/contact-form';
import { createContact } from '@/lib/contacts/mutations';
import { isEarshotError } from '@/lib/errors/earshot-error';
import type { Language } from '@/lib/language/language';
import { currentLanguage } from '@/lib/language/preferences';
import { errorsOf, namedFields } from '@/lib/threads/form';
import { correct, logMessage, retract } from '@/lib/threads/mutations';
import { hearingSchema, hearingShape } from './hearing';
import { guessDoor, newcomer, nothingKnown } from './newcomer';
import { hear, logTalk, markDone, markNothingToAnswer, restContact } from './mutations';
import { impossibleForm, unfinished } from './problem';
import { nextToListen } from './queries';
import { readTelling, tellingNames, type Telling } from './telling';

const listening = z.object({ messageId: z.uuid(), done: z.coerce.number().int().min(0).max(9999).catch(0) });
const onContact = z.object({ contactId: z.uuid() });
const onMessage = onContact.extend({ messageId: z.uuid() });
const withReason = onMessage.extend({ reason: z.string().max(500) });
const resting = onContact.extend({ until: z.iso.date() });

/** Records what a person heard, and goes on to the next who waits. */
export async function hearReply(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const { messageId, done } = listening.parse(namedFields(form, ['messageId', 'done']));
    const told = hearingSchema.safeParse(namedFields(form, Object.keys(hearingShape)));
    if (!told.success) return unfinished(form, errorsOf(told.error), language);
    const answer = await hear(writer, messageId, told.data);
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    const next = await nextToListen(writer);
    redirect(next ? `/listen/${next}?done=${done + 1}&last=${messageId}` : `/today?last=${messageId}`);
  });
}

/** Logs what was said elsewhere, or writes a wrong row anew. */
export async function logSomething(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = readTelling(namedFields(form, tellingNames));
    if (!read.ok) return unfinished(form, read.errors, language);
    const { log, correcting } = read.telling;
    const answer = await stored(writer, read.telling);
    if (!answer.ok) return impossibleForm(form, answer.reason, language);
    revalidatePath('/', 'layout');
    redirect(`/contacts/${log.contactId}?${correcting ? 'corrected' : 'logged'}=${answer.messageId}`);
  });
}

function stored(writer: Writer, { log, hearing, correcting }: Telling) {
  if (hearing) return logTalk(writer, log, hearing, correcting);
  return correcting ? correct(writer, correcting, log) : logMessage(writer, log);
}

/** Keeps somebody new, with as little as there is, and goes on to log what they said. */
export async function addAndLog(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = newcomer.safeParse(namedFields(form, ['name', 'organization', 'address']));
    if (!read.success) return unfinished(form, errorsOf(read.error), language);
    const { address, ...known } = read.data;
    const typed = address === '' ? [] : [{ channel: guessDoor(address), typed: address }];
    const kept = await createContact(writer, contactSchema.parse({ ...nothingKnown, ...known }), typed, {
      share: false,
    });
    if (!kept.ok)
      return unfinished(
        form,
        { address: kept.reason === 'unreadable' ? 'address_unreadable' : kept.reason },
        language,
      );
    revalidatePath('/', 'layout');
    redirect(`/log?contact=${kept.id}`);
  });
}

/** Takes a wrongly logged row back. */
export async function takeBack(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId, messageId, reason } = withReason.parse(
      namedFields(form, ['contactId', 'messageId', 'reason']),
    );
    const answer = await retract(await mayI('write'), messageId, reason);
    return goneBack(form, language, contactId, answer, 'retracted');
  });
}

/** Says that a conversation is over. */
export async function finish(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId } = onContact.parse(namedFields(form, ['contactId']));
    const answer = await markDone(await mayI('write'), contactId);
    return goneBack(form, language, contactId, answer, 'done');
  });
}

/** Says that our last message asks for no answer. */
export async function needsNoAnswer(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const { contactId, messageId } = onMessage.parse(namedFields(form, ['contactId', 'messageId']));
    const answer = await markNothingToAnswer(await mayI('write'), contactId, messageId);
    return goneBack(form, language, contactId, answer, 'nothing_to_answer');
  });
}

/** Leaves somebody in peace until a day. */
export async function letRest(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answered(form, async (language) => {
    const writer = await mayI('write');
    const read = resting.safeParse(namedFields(form, ['contactId', 'until']));
    if (!read.success) return unfinished(form, { until: 'no_such_day' }, language);
    const { contactId, until } = read.data;
    return goneBack(form, language, contactId, await restContact(writer, contactId, until), 'resting');
  });
}

function goneBack(
  form: FormData,
  language: Language,
  contactId: string,
  answer: { ok: true } | { ok: false; reason: string },
  said: string,
): FormAnswer {
  if (!answer.ok) return impossibleForm(form, answer.reason, language);
  revalidatePath('/', 'layout');
  redirect(`/contacts/${contactId}?said=${said}`);
}

async function answered(
  form: FormData,
  work: (language: Language) => Promise<FormAnswer>,
): Promise<FormAnswer> {
  const language = await currentLanguage();
  try {
    return await work(language);
  } catch (error) {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    if (isEarshotError(error, 'not_allowed')) return impossibleForm(form, 'not_allowed', language);
    throw error;
  }
}
