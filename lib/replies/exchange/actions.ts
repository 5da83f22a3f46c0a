'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { mayI } from '@/lib/auth/actor';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { errorsOf, namedFields } from '@/lib/threads/form';
import { newcomer } from '../newcomer';
import { problem } from '../problem';
import { keepNewcomer, logExchange } from './mutations';
import { draftFor, pathAfterLogging, peopleNamed, type ReadPaste } from './queries';
import { exchangeSchema, exchangeTurns } from './told';

const paste = z.strictObject({ text: z.string().max(200_000), contactId: z.uuid().nullable() });

/** Reads what was pasted: turns with what is guessed about them, and who it may be about. Nothing is kept. */
export async function readExchange(asked: z.input<typeof paste>): Promise<ReadPaste | { error: string }> {
  const language = await currentLanguage();
  try {
    const writer = await mayI('write');
    const read = paste.safeParse(asked);
    if (!read.success) return { error: problem('too_long', language) };
    return await draftFor(writer, read.data);
  } catch (error) {
    if (!isEarshotError(error, 'not_signed_in') && !isEarshotError(error, 'not_allowed')) throw error;
    return { error: problem('not_allowed', language) };
  }
}

/** People found by a name, for whom a paste is about. */
export async function findPeople(name: string): Promise<Awaited<ReturnType<typeof peopleNamed>>> {
  const writer = await mayI('write');
  const read = z.string().trim().min(1).max(100).safeParse(name);
  return read.success ? peopleNamed(writer, { names: [read.data], handles: [] }) : [];
}

/** Keeps somebody new while what was pasted stays where it is. */
export async function addPerson(
  asked: Record<string, string>,
): Promise<{ id: string } | { error: string; field: 'name' | 'address' }> {
  const language = await currentLanguage();
  const writer = await mayI('write');
  const read = newcomer.safeParse({ organization: '', address: '', ...asked });
  if (!read.success) {
    const [[field, why] = ['name', 'check']] = Object.entries(errorsOf(read.error));
    return { error: problem(why, language), field: field === 'address' ? field : 'name' };
  }
  const kept = await keepNewcomer(writer, read.data);
  if (!kept.ok)
    return {
      error: problem(kept.reason === 'unreadable' ? 'address_unreadable' : kept.reason, language),
      field: 'address',
    };
  revalidatePath('/', 'layout');
  return { id: kept.id };
}

/** Logs all turns of an exchange, and goes on to listen where something of theirs is new. */
export async function logPasted(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const writer = await mayI('write').catch((error: unknown) => {
    if (isEarshotError(error, 'not_signed_in')) redirect('/sign-in');
    return null;
  });
  if (!writer) return { ...noAnswer, error: problem('not_allowed', language) };
  const { exchange = '' } = namedFields(form, ['exchange']);
  const told = exchangeSchema.safeParse(parsed(exchange));
  if (!told.success) return { ...noAnswer, error: problem('unreadable', language) };
  const read = exchangeTurns(told.data);
  if (!read.ok)
    return {
      ...noAnswer,
      error: problem('check', language),
      fields: { [String(read.at)]: problem(read.reason, language) },
    };
  const { contactId } = told.data;
  const answer = await logExchange(writer, contactId, read.turns);
  if (!answer.ok) return { ...noAnswer, error: problem(answer.reason, language) };
  revalidatePath('/', 'layout');
  const theirs = read.turns.some(({ log }) => log.direction === 'inbound');
  redirect(await pathAfterLogging(writer, contactId, { ...answer, theirs }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
