import { useLocale, useTranslations } from 'next-intl';
import { counted } from '@/lib/language/counted';
import { dayOf, daysSince, type Reading } from '@/lib/language/moments';
import type { TodaySummary } from '@/lib/replies/today/queries';

/** How things stand, in a sentence: what people said first, then what the reader owes. */
export function TodayTitle({ summary: { unheard, owed, promised } }: { summary: TodaySummary }) {
  const t = useTranslations('today.title');
  const language = useLocale();
  if (unheard > 0) return t('unheard', counted(unheard, language));
  if (owed.count > 0) return t('owed', counted(owed.count, language));
  return promised > 0 ? t('promised', counted(promised, language)) : t('calm');
}

/** What the reader owes, what colleagues owe apart from it, and a quiet line on what came since yesterday. */
export function TodayLede({ summary, reading }: { summary: TodaySummary; reading: Reading }) {
  const t = useTranslations('today.lede');
  const { unheard, owed, owedByOthers, answers } = summary;
  const many = (count: number) => counted(count, reading.language);
  const { count, since, holders, name } = owedByOthers;
  return [
    owed.since &&
      t(unheard > 0 ? 'owed' : 'oldest', { ...many(owed.count), day: sinceWhen(owed.since, reading) }),
    since && t('others', { ...many(count), holders, name: name ?? '', day: sinceWhen(since, reading) }),
    t('yesterday', many(answers)),
  ]
    .filter(Boolean)
    .join(' ');
}

// "Tuesday" says more than a date while it is less than a week ago.
function sinceWhen(at: Date, reading: Reading): string {
  if (daysSince(at, reading) > 6) return dayOf(at, reading);
  return new Intl.DateTimeFormat(reading.language, { timeZone: reading.zone, weekday: 'long' }).format(at);
}
