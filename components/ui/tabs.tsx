import Link from 'next/link';
import { useLocale } from 'next-intl';
import { TabStrip } from './tab-strip';

/** Counting stops here in the database too; beyond it a list is "10,000+". */
const countCap = 10_000;

export interface Tab {
  href: string;
  label: string;
  count?: number | undefined;
  current?: boolean | undefined;
}

/** Views of one list, as links, so that each has an address. Server only. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const format = new Intl.NumberFormat(useLocale());
  return (
    <TabStrip label={label}>
      {tabs.map(({ href, label: word, count, current }) => (
        <Link key={href} href={href} prefetch={false} aria-current={current ? 'page' : undefined}>
          {word}
          {count !== undefined && (
            <small>{count >= countCap ? `${format.format(countCap)}+` : format.format(count)}</small>
          )}
        </Link>
      ))}
    </TabStrip>
  );
}
