import { useLocale, useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { counted } from '@/lib/language/counted';
import { dayOf, daysSince, type Reading } from '@/lib/language/moments';
import type { TodaySummary } from '@/lib/replies/today/queries';

/** How things stand, in a sentence: what people said first, then what we owe. */
export function TodayTitle({ summary: { unheard, owed } }: { summary: TodaySummary }) {
  const t = useTranslations('today.title');
  const language = useLocale();
  if (unheard > 0) return t('unheard', counted(unheard, language));
  return owed > 0 ? t('owed', counted(owed, language)) : t('calm');
}

interface TodayLedeProps {
  summary: TodaySummary;
  /** Messages of ours that went out after a no in the last seven days; the gate log counts the same of all time. */
  afterANo: number;
  reading: Reading;
}

/** What we owe, and the week: harm first, then what was spared. */
export function TodayLede({ summary, afterANo, reading }: TodayLedeProps) {
  const t = useTranslations('today.lede');
  const { unheard, owed, owedSince, spared, begun } = summary;
  const b = (words: ReactNode) => <b>{words}</b>;
  const many = (count: number) => counted(count, reading.language);
  const day = owedSince ? sinceWhen(owedSince, reading) : '';
  const week = [
    afterANo > 0 ? t.rich('harmed', { ...many(afterANo), b }) : t('unharmed'),
    ...(spared > 0 ? [t.rich('spared', { ...many(spared), b })] : []),
    ...(begun > 0 ? [t('begun', many(begun))] : []),
  ];
  return (
    <>
      {owed > 0 && (unheard > 0 ? t('owed', { ...many(owed), day }) : t('oldest', { day }))}
      {owed > 0 && ' '}
      <Listed parts={week} />.
    </>
  );
}

function Listed({ parts }: { parts: readonly ReactNode[] }) {
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const places = list.formatToParts(parts.map((_, at) => String(at)));
  return places.map(({ type, value }, at) => (
    <Fragment key={at}>{type === 'element' ? parts[Number(value)] : value}</Fragment>
  ));
}

// "Tuesday" says more than a date while it is less than a week ago.
function sinceWhen(at: Date, reading: Reading): string {
  if (daysSince(at, reading) > 6) return dayOf(at, reading);
  return new Intl.DateTimeFormat(reading.language, { timeZone: reading.zone, weekday: 'long' }).format(at);
}
