import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Actor } from '@/lib/auth/actor';
import { messagesAfterANo } from '@/lib/gate/log/after-a-no/queries';
import { weekInNumbers } from '@/lib/replies/today/week/queries';

/** The last seven days in numbers, harm first; each leads to where what it counts is listed. */
export async function WeekInNumbers({ actor }: { actor: Actor }) {
  const [t, language, week] = await Promise.all([
    getTranslations('today.week'),
    getLocale(),
    weekInNumbers(actor),
  ]);
  const afterANo = await messagesAfterANo(actor, week.began);
  const { refused, noes, stops, replies, people, begun, day } = week;
  const shown = [
    { word: 'after_a_no', count: afterANo, href: `/gate-log?kind=against&from=${day}` },
    { word: 'refused', count: refused, href: `/gate-log?kind=refused&from=${day}` },
    { word: 'noes', count: noes, href: `/gate-log?kind=closed&from=${day}` },
    { word: 'stops', count: stops, href: `/gate-log?kind=closed&from=${day}` },
    { word: 'replies', count: replies, href: '/contacts?order=recent&answered=week' },
    { word: 'begun', count: begun, href: '/contacts?order=recent&answered=first' },
  ] as const;
  const format = new Intl.NumberFormat(language);
  const b = (words: ReactNode) => <b>{words}</b>;
  return (
    <section className="week" aria-labelledby="week">
      <h2 id="week" className="cap">
        {t('caption')}
      </h2>
      <ul role="list">
        {shown.map(({ word, count, href }) => (
          <li key={word} data-harm={(word === 'after_a_no' && count > 0) || undefined}>
            <Link href={href} prefetch={false}>
              {word === 'after_a_no' && count > 0 && <Icon name="alert" />}
              {t.rich(word, { count, n: format.format(count), b, people, who: format.format(people) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
