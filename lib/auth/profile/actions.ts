'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { rememberPreferences } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { endSession, startSession } from '@/lib/session/start';
import { mayI } from '../actor';
import { answerForm } from '../answering';
import { noAnswer, type FormAnswer } from '../answer';
import { problem, refusedField, refusedForm } from '../form';
import { isTheirOwnName } from '../password-rules';
import { nothingSchema, passwordChangeSchema, profileSchema } from './forms';
import { changePassword, saveProfile, signOutEverywhere } from './mutations';
import { emailOf } from './queries';

/** Saves how somebody is called and spoken to. */
export async function saveMyProfile(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(profileSchema, form, async (profile) => {
    await saveProfile(await mayI('read'), profile);
    await rememberPreferences({ language: profile.language });
    revalidatePath('/', 'layout');
    // In the language that was just chosen.
    return { ...noAnswer, done: translate(profile.language, 'profile')('saved') };
  });
}

/** Changes one's own password; the other sessions end, this one goes on. */
export async function changeMyPassword(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(passwordChangeSchema, form, async ({ current, password }, language) => {
    const actor = await mayI('read');
    const own = { name: actor.name, email: await emailOf(actor) };
    if (isTheirOwnName(password, own))
      return refusedField(form, 'password', problem('password_own', language));
    const answer = await changePassword(actor, { current, next: password });
    if (!answer.ok && answer.reason === 'wrong')
      return refusedField(form, 'current', problem('password_wrong', language));
    if (!answer.ok)
      return refusedForm(
        form,
        translate(language, 'account')('too_many_attempts', { minutes: answer.minutes }),
      );
    await startSession({ userId: actor.userId, sessionVersion: answer.sessionVersion });
    return { ...noAnswer, done: translate(language, 'profile')('changed') };
  });
}

/** Signs out on every device, this one too. */
export async function signMeOutEverywhere(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(nothingSchema, form, async () => {
    await signOutEverywhere(await mayI('read'));
    await endSession();
    redirect('/sign-in');
  });
}
