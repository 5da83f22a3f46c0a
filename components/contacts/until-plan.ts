import { getLocale, getTranslations } from 'next-intl/server';
import type { OutcomePlan } from '@/components/replies/outcome-plan';
import { systemClock } from '@/lib/clock/clock';
import { currentPolicy } from '@/lib/policy/queries';
import { dayIn, quickDays } from '@/lib/replies/days';

/** Stands in a sentence for the day that the browser fills in. */
const dayToCome = '\uE000';

/** The day until which several people rest, in words or figures: read as in Listen, said of all of them. */
export async function untilPlan(): Promise<OutcomePlan['until']> {
  const [t, many, language, { timeZone }] = await Promise.all([
    getTranslations('listen.until'),
    getTranslations('contact_list.many'),
    getLocale(),
    currentPolicy(),
  ]);
  const now = systemClock.now();
  return {
    ...{ label: t('label'), placeholder: t('placeholder'), clear: many('clear'), unread: t('unread') },
    ...{ language, blank: dayToCome, today: dayIn(0, now, timeZone), suggestion: null },
    ...{ reading: t('reading', { words: dayToCome }), or: t('or', { day: dayToCome }) },
    ...{ named: many('rests', { day: dayToCome }), over: t('over', { day: dayToCome }) },
    unnamed: many('unnamed'),
    quick: quickDays(now, timeZone).map(({ key, day }) => ({ day, label: t(key) })),
  };
}
