import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Key } from '@/components/ui/key';
import type { TodayRow } from '@/lib/replies/today/queries';

/**
 * What one may do next with somebody in a list, a key each while their row has the focus. The contact's page has all of
 * it too, so these are shortcuts for mouse and keys, and stay out of what is read aloud and of the order of tabs.
 */
export function RowActs({ person }: { person: TodayRow }) {
  const t = useTranslations('today.acts');
  const { contactId, mayEnd, mayRest, closedBy } = person;
  const page = `/contacts/${contactId}`;
  const acts = [
    { word: 'write', shortcut: 'r', href: `${page}/write` },
    { word: 'log', shortcut: 'l', href: `/log?contact=${contactId}` },
    ...(mayEnd ? ([{ word: 'done', shortcut: 'e', href: `${page}?do=done#done` }] as const) : []),
    ...(mayRest ? ([{ word: 'rest', shortcut: 'h', href: `${page}?do=rest#rest` }] as const) : []),
    ...(closedBy === null
      ? ([{ word: 'no', shortcut: 'b', href: `/log?contact=${contactId}&outcome=declined` }] as const)
      : []),
  ] as const;
  return acts.map(({ word, shortcut, href }) => (
    <Link key={word} href={href} prefetch={false} tabIndex={-1} className="act" data-row-key={shortcut}>
      {t(word)} <Key>{shortcut}</Key>
    </Link>
  ));
}
