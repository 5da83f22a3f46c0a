import { useTranslations } from 'next-intl';
import { enough, type Spread } from '@/lib/insight/rhythm/waits';
import type { Language } from '@/lib/language/language';
import { Bars } from './bars';
import { Chart } from './chart';

interface WaitsProps {
  whose: 'theirs' | 'ours';
  spread: Spread;
  language: Language;
}

/** How long answers took: theirs to a first message, or ours. */
export function Waits({ whose, spread, language }: WaitsProps) {
  const t = useTranslations('numbers');
  const lasts = useTranslations('time');
  const { format } = new Intl.NumberFormat(language);
  const { n: count, answered, dated, bars } = spread;
  const n = format(count);
  const half = spread.median ?? 0;
  const [hours, days] = [half / 3_600_000, half / 86_400_000];
  const median =
    hours < 1
      ? lasts('minutes', { count: Math.max(1, Math.round(hours * 60)) })
      : hours < 48
        ? lasts('hours', { count: Math.round(hours) })
        : lasts('days', { count: Math.round(days) });
  const said =
    whose === 'ours'
      ? t('ours.said', { n, median })
      : answered === 0
        ? t('theirs.silent', { n })
        : t('theirs.said', { n, answered: format(answered), median });
  const named = bars.map(({ name, count: held }) => ({ name, word: t(`spans.${name}`), count: held }));
  const left = dated > 0 ? ` ${t('dated', { count: dated, n: format(dated) })}` : '';
  return (
    <Chart
      caption={t(`${whose}.caption`)}
      said={said + left}
      few={count < enough ? t('n', { count, n }) : null}
      table={{
        head: [t('took'), t(`${whose}.count`)],
        rows: named.map(({ word, count: held }) => [word, format(held)]),
      }}
    >
      <Bars bars={named} write={format} />
    </Chart>
  );
}
