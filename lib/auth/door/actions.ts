'use server';

import { redirect } from 'next/navigation';
import { currentLanguage } from '@/lib/language/preferences';
import { callersNetwork } from '@/lib/session/caller';
import { endSession, startSession } from '@/lib/session/start';
import type { FormAnswer } from '../answer';
import { readForm } from '../form';
import { wayIn } from '../way';
import { refusalOf } from './refusal';
import { accountSchema, resetSchema, signInSchema } from './forms';
import { enter, join, resetPassword, setUp, type Entered } from './mutations';

// Open to everybody: here is where one becomes somebody. Each is limited by network, and those with a link by
// its key.

/** Signs in with e-mail address and password. */
export async function signIn(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const read = readForm(signInSchema, form, language);
  if (!read.ok) return read.answer;
  const { email, password, next } = read.data;
  const answer = await enter(email, password, await callersNetwork());
  return answer.ok ? goIn(answer.entered, wayIn(next)) : refusalOf(answer, 'sign_in', form, language);
}

/** Makes the first owner through the one-time link. */
export async function setUpEarshot(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const read = readForm(accountSchema, form, language);
  if (!read.ok) return read.answer;
  const { key, ...account } = read.data;
  const answer = await setUp(key, { ...account, language }, await callersNetwork());
  return answer.ok ? goIn(answer.entered) : refusalOf(answer, 'set_up', form, language);
}

/** Makes an account through an invitation. */
export async function joinTeam(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const read = readForm(accountSchema, form, language);
  if (!read.ok) return read.answer;
  const { key, ...account } = read.data;
  const answer = await join(key, { ...account, language }, await callersNetwork());
  return answer.ok ? goIn(answer.entered) : refusalOf(answer, 'invite', form, language);
}

/** Sets a new password through a reset link. */
export async function setNewPassword(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const language = await currentLanguage();
  const read = readForm(resetSchema, form, language);
  if (!read.ok) return read.answer;
  const { key, password } = read.data;
  const answer = await resetPassword(key, password, await callersNetwork());
  return answer.ok ? goIn(answer.entered) : refusalOf(answer, 'reset', form, language);
}

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect('/sign-in');
}

async function goIn(entered: Entered, way = wayIn(null)): Promise<never> {
  await startSession(entered);
  redirect(way);
}
