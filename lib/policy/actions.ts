'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { currentLanguage } from '@/lib/language/preferences';
import { translate } from '@/lib/language/translate';
import { policyIn } from './asked';
import { changePolicy } from './mutations';

/** The owner decides for the team, having seen what it changes: the form brings the policy that was compared. */
export async function decide(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  const t = translate(await currentLanguage(), 'policy');
  const policy = policyIn(String(form.get('policy') ?? ''));
  const seen = policyIn(String(form.get('seen') ?? ''));
  if (!policy || !seen) return { ...noAnswer, error: t('wrong') };
  try {
    const changed = await changePolicy(await mayI('own'), policy, seen);
    if (changed.length === 0) return { ...noAnswer, done: t('unchanged') };
  } catch (error) {
    if (isEarshotError(error, 'conflict')) return { ...noAnswer, error: t('meanwhile') };
    if (isEarshotError(error, 'invalid_input'))
      return { ...noAnswer, error: t('zone_unknown', { zone: policy.timeZone }) };
    throw error;
  }
  revalidatePath('/', 'layout');
  redirect('/settings/policy?saved=1');
}
