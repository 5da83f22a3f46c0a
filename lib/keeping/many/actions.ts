'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mayI } from '@/lib/auth/actor';
import { noAnswer, type FormAnswer } from '@/lib/auth/answer';
import { answering, refusedAlone } from '@/lib/auth/answering';
import { systemClock } from '@/lib/clock/clock';
import { sayDay } from '@/lib/language/dates/say';
import { translate } from '@/lib/language/translate';
import { currentPolicy } from '@/lib/policy/queries';
import { readMany } from './asked';
import { doWithMany } from './mutations';

const chosen = z.array(z.uuid()).min(1).max(100);
const names = ['act', 'tag', 'owner', 'until', 'untilSeen'] as const;

/** Tags, gives, lets rest or closes those who were chosen. It never writes to anybody. */
export async function withChosen(_before: FormAnswer, form: FormData): Promise<FormAnswer> {
  return answering(
    async (language) => {
      const t = translate(language, 'contact_list.many');
      const writer = await mayI('write');
      const fields = Object.fromEntries(names.map((name) => [name, form.get(name) ?? undefined]));
      const ids = chosen.safeParse([...new Set(form.getAll('chosen'))]);
      const { timeZone: zone } = await currentPolicy();
      const read = readMany(fields, { now: systemClock.now(), zone, language });
      if (!ids.success) return { ...noAnswer, error: t('nobody_chosen') };
      if (!read) return { ...noAnswer, error: translate(language, 'account')('problems.form_unknown') };
      if ('missing' in read) return { ...noAnswer, error: t(read.missing) };
      // A day in words is stored only as it was shown; whoever was shown none is shown it now.
      if ('confirm' in read) {
        const until = translate(language, 'listen')('until.confirm', {
          day: sayDay(read.confirm, language, { weekday: true }),
        });
        const values = { until: String(fields.until), untilSeen: read.confirm };
        return { ...noAnswer, fields: { until }, values };
      }
      const { done, not, refused } = await doWithMany(writer, ids.data, read.what);
      revalidatePath('/', 'layout');
      if (refused) return { ...noAnswer, error: translate(language, 'impossible')(refused) };
      return { ...noAnswer, done: t('done', { done, not }) };
    },
    { refused: refusedAlone },
  );
}
