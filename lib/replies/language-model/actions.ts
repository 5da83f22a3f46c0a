'use server';

import { revalidatePath } from 'next/cache';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answerForm } from '@/lib/auth/answering';
import { refusedForm } from '@/lib/auth/form';
import { countTry } from '@/lib/auth/limits';
import { translate } from '@/lib/language/translate';
import { canSeal } from '@/lib/mailboxes/queries';
import { modelSchema, onModelSchema } from './forms';
import { switchOff, switchOn } from './mutations';
import { keptKey } from './queries';
import { toldModelFault } from './told';
import { tryModel } from './try-model';

/** Asks a model about an example of ours; where it is meant to be switched on and answers well, it is. */
export async function setModel(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(modelSchema, form, async ({ baseUrl, model, password, intent }, language) => {
    const owner = await mayI('own');
    const t = translate(language, 'language_model');
    if (password !== '' && !canSeal()) return refusedForm(form, t('no_key'));
    const full = await countTry([['model', owner.userId]]);
    if (full) return refusedForm(form, translate(language, 'account')('too_many_attempts', full));
    const kept = password === '' ? await keptKey(owner, baseUrl) : { key: password };
    const fault = kept === 'locked' ? 'secret_locked' : await tryModel({ baseUrl, model, key: kept.key });
    if (fault) {
      const words = toldModelFault(language, fault, { baseUrl, model });
      return refusedForm(form, `${words} ${t('nothing_changed')}`);
    }
    const values = { baseUrl, model };
    if (intent === 'try') return { ...noAnswer, values, done: t('works') };
    await switchOn(owner, { baseUrl, model, key: password === '' ? undefined : password });
    revalidatePath('/settings/language-model');
    return { ...noAnswer, values: { ...values, now: 'on' }, done: t('on_now') };
  });
}

/** Asks it no more, and, where that is meant, forgets it. */
export async function unsetModel(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answerForm(onModelSchema, form, async ({ intent }, language) => {
    const changed = await switchOff(await mayI('own'), { forget: intent === 'forget' });
    revalidatePath('/settings/language-model');
    const t = translate(language, 'language_model');
    return { ...noAnswer, done: t(changed ? (intent === 'forget' ? 'forgotten' : 'off_now') : 'unchanged') };
  });
}
