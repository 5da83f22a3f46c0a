'use server';

import { revalidatePath } from 'next/cache';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import type { Done } from '@/lib/errors/impossible';
import type { Messages } from '@/lib/language/messages/en';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { answerOf } from '../forms';
import {
  exceptable,
  exceptionSchema,
  handOverAllSchema,
  handOverSchema,
  lookSchema,
  successorSchema,
  withdrawnSchema,
} from './forms';
import { grantException, handOver, handOverAll, look, nameSuccessor, withdrawClosers } from './mutations';

type Said = keyof Messages['lifting']['said'];
type Wrong = keyof Messages['lifting']['wrong'];

/** "I looked on LinkedIn today." */
export async function sayLooked(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const writer = await mayI('write');
  const read = lookSchema.safeParse({ channels: form.get('channels') });
  if (!read.success || read.data.channels.length === 0) return wrong('unreadable');
  const done: Done[] = [];
  for (const channel of read.data.channels) done.push(await look(writer, channel));
  return answered(done.find(({ ok }) => !ok) ?? { ok: true }, 'looked');
}

/** Gives a conversation to a colleague. */
export async function giveConversation(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const writer = await mayI('write');
  const read = handOverSchema.safeParse(fields(form, ['contactId', 'toId', 'note']));
  return read.success ? answered(await handOver(writer, read.data), 'handed_over') : wrong('to_whom');
}

/** Gives a colleague all of somebody's conversations. */
export async function giveConversations(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const owner = await mayI('own');
  const read = handOverAllSchema.safeParse(fields(form, ['fromId', 'toId', 'note']));
  return read.success ? answered(await handOverAll(owner, read.data), 'all_handed_over') : wrong('to_whom');
}

/** Lets somebody write once, although the law refuses: an owner, or the colleague whose conversation it is. */
export async function makeException(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const writer = await mayI('write');
  const read = exceptionSchema.safeParse(fields(form, ['contactId', 'toId', 'reasons', 'newFact']));
  if (!read.success) return wrong('nothing_new', 'newFact');
  const never = read.data.reasons.some((code) => !exceptable.includes(code));
  if (never || read.data.reasons.length === 0) return wrong('never');
  return answered(await grantException(writer, read.data), 'granted');
}

/** The owner takes back what a retracted message closed. */
export async function takeBackClosers(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const owner = await mayI('own');
  const read = withdrawnSchema.safeParse(fields(form, ['messageId', 'reason']));
  if (!read.success) return wrong('needs_reason');
  return answered(await withdrawClosers(owner, read.data.messageId, read.data.reason), 'withdrawn');
}

/** The owner names who speaks for an organization from now on. */
export async function sayWhoSpeaksNow(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const owner = await mayI('own');
  const read = successorSchema.safeParse(fields(form, ['id', 'contactId']));
  if (!read.success) return wrong('to_whom');
  return answered(await nameSuccessor(owner, read.data.id, read.data.contactId), 'successor_named');
}

async function answered(done: Done, said: Said): Promise<FormAnswer> {
  const language = await currentLanguage();
  revalidatePath('/', 'layout');
  return answerOf(done, translate(language, 'lifting.said')(said), language);
}

async function wrong(code: Wrong, field?: string): Promise<FormAnswer> {
  const said = translate(await currentLanguage(), 'lifting.wrong')(code);
  return field ? { ...noAnswer, fields: { [field]: said } } : { ...noAnswer, error: said };
}

function fields(form: FormData, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, form.get(name)]));
}
