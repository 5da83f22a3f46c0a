'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { EarshotError } from '@/lib/errors/earshot-error';
import { translate } from '@/lib/language/translate';
import { claimed } from '@/lib/session/session';
import { mayI } from '../actor';
import { noAnswer, type FormAnswer } from '../answer';
import { answerForm } from '../answering';
import { endOneSession, endOtherSessions } from './mutations';

/** Ends one of one's own sessions, in whatever browser it is. */
export async function endOne(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(z.strictObject({ id: z.uuid() }), form, async ({ id }, language) => {
    const ended = await endOneSession(await mayI('read'), id);
    revalidatePath('/settings/profile');
    return { ...noAnswer, done: translate(language, 'profile.session')(ended ? 'was_ended' : 'was_over') };
  });
}

/** Ends all sessions of one's own but this one. */
export async function endOthers(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(z.strictObject({}), form, async (_, language) => {
    const actor = await mayI('read');
    const here = await claimed();
    if (!here) throw new EarshotError('not_signed_in');
    const count = await endOtherSessions(actor, here.sessionId);
    revalidatePath('/settings/profile');
    return { ...noAnswer, done: translate(language, 'profile.session')('others_ended', { count }) };
  });
}
