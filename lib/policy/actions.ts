'use server';

import { revalidatePath } from 'next/cache';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { changePolicy } from './mutations';
import { policySchema } from './policy';

/** The owner decides for the team. */
export async function decide(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'policy');
  const names = policySchema.keyof().options;
  const read = policySchema.safeParse(Object.fromEntries(names.map((name) => [name, form.get(name)])));
  const zone = String(form.get('timeZone') ?? '').slice(0, 100);
  if (!read.success) {
    const ofZone = read.error.issues.some(({ path }) => path[0] === 'timeZone');
    return { ...noAnswer, error: ofZone ? t('zone_unknown', { zone }) : t('wrong') };
  }
  try {
    const changed = await changePolicy(await mayI('own'), read.data);
    revalidatePath('/', 'layout');
    return { ...noAnswer, done: t(changed.length > 0 ? 'saved' : 'unchanged') };
  } catch (error) {
    if (isEarshotError(error, 'invalid_input')) return { ...noAnswer, error: t('zone_unknown', { zone }) };
    throw error;
  }
}
