import { useLocale, useTranslations } from 'next-intl';
import { counted } from '@/lib/language/counted';
import { dayOf, daysSince, type Reading } from '@/lib/language/moments';
import type { TodaySummary } from '@/lib/replies/today/queries';

/** How things stand, in a sentence: what people said first, then what we owe. */
export function TodayTitle({ summary: { unheard, owed, promised } }: { summary: TodaySummary }) {
  const t = useTranslations('today.title');
  const language = useLocale();
  if (unheard > 0) return t('unheard', counted(unheard, language));
  if (owed > 0) return t('owed', counted(owed, language));
  return promised > 0 ? t('promised', counted(promised, language)) : t('calm');
}

/** What we owe, and a quiet line on what came since yesterday. */
export function TodayLede({ summary, reading }: { summary: TodaySummary; reading: Reading }) {
  const t = useTranslations('today.lede');
  const { unheard, owed, owedSince, answers } = summary;
  const many = (count: number) => counted(count, reading.language);
  const day = owedSince ? sinceWhen(owedSince, reading) : '';
  return (
    <>
      {owed > 0 && (unheard > 0 ? t('owed', { ...many(owed), day }) : t('oldest', { day }))}
      {owed > 0 && ' '}
      {t('yesterday', many(answers))}
    </>
  );
}

// "Tuesday" says more than a date while it is less than a week ago.
function sinceWhen(at: Date, reading: Reading): string {
  if (daysSince(at, reading) > 6) return dayOf(at, reading);
  return new Intl.DateTimeFormat(reading.language, { timeZone: reading.zone, weekday: 'long' }).format(at);
}
