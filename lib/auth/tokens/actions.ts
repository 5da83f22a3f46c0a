'use server';

import { revalidatePath } from 'next/cache';
import { translate } from '@/lib/language/translate';
import { mayI } from '../actor';
import { noAnswer, type FormAnswer } from '../answer';
import { answerForm } from '../answering';
import { refusedForm } from '../form';
import { newTokenSchema, onTokenSchema } from './forms';
import { makeToken, revokeToken } from './mutations';

/** Makes a token of one's own and answers it, this once. */
export async function makeMyToken(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(newTokenSchema, form, async (wanted, language) => {
    const token = await makeToken(await mayI('read'), wanted);
    revalidatePath('/settings/tokens');
    return { ...noAnswer, done: translate(language, 'tokens')('made'), link: token };
  });
}

/** Ends a token. */
export async function revoke(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onTokenSchema, form, async ({ id }, language) => {
    const ended = await revokeToken(await mayI('read'), id);
    revalidatePath('/settings/tokens');
    const t = translate(language, 'tokens');
    return ended ? { ...noAnswer, done: t('revoked') } : refusedForm(form, t('revoked_late'));
  });
}
