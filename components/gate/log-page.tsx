import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Rows } from '@/components/ui/rows';
import { Tabs } from '@/components/ui/tabs';
import { actorOrSignIn, mayOwn, mayWrite } from '@/lib/auth/actor';
import { filterFrom, isNarrow, logPath, type LogFilter } from '@/lib/gate/log/asked';
import { kinds, type Kind } from '@/lib/gate/log/kinds';
import { messagesAfterANo } from '@/lib/gate/log/after-a-no/queries';
import { gateLog, refusedSoFar, whoIsInTheLog, whomItConcerns } from '@/lib/gate/log/queries';
import { readingNow } from '@/lib/policy/queries';
import { LogRowItem } from './log-row';
import { NarrowLog } from './narrow-log';

const mostCounted = 10_000;

/** What was refused, closed and opened: it stays for ever. Harm comes first. */
export async function LogPage({
  search,
}: {
  search: Readonly<Record<string, string | string[] | undefined>>;
}) {
  const actor = await actorOrSignIn();
  const filter = filterFrom(search);
  const [t, reading, page, afterANo, refused, people, about] = await Promise.all([
    getTranslations('gate_log'),
    getLocale().then(readingNow),
    gateLog(actor, filter),
    messagesAfterANo(actor),
    refusedSoFar(actor, mostCounted),
    whoIsInTheLog(actor),
    filter.contactId ? whomItConcerns(actor, filter.contactId) : null,
  ]);
  const lede = t.rich('lede', { count: refused, b: (words) => <b>{words}</b> });
  return (
    <>
      <PageTitle lede={lede}>{t('title', { count: afterANo })}</PageTitle>
      <KindTabs filter={filter} />
      {about && (
        <p className="row-where mt-3">
          {t('about', { name: about })}{' '}
          <TextLink href={logPath({ ...placeless(filter), contactId: null })}>{t('about_all')}</TextLink>
        </p>
      )}
      <div className="mt-3 mb-1 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <NarrowLog filter={filter} people={people} />
        {mayWrite(actor) && page.rows.length > 0 && (
          <a className="link row-where" href={logPath(placeless(filter), '/gate-log/export')} download>
            {t('export')}
          </a>
        )}
      </div>
      {page.rows.length > 0 ? (
        <Rows label={t('list')}>
          {page.rows.map((row) => (
            <LogRowItem key={row.seq} {...{ row, reading, filter }} mayLift={mayOwn(actor)} />
          ))}
        </Rows>
      ) : (
        <Nothing isFiltered={filter.kind !== null || isNarrow(filter)} />
      )}
      <Pages filter={filter} first={page.rows[0]?.seq} last={page.rows.at(-1)?.seq} {...page} />
    </>
  );
}

const placeless = (filter: LogFilter): LogFilter => ({ ...filter, before: null, after: null });

async function KindTabs({ filter }: { filter: LogFilter }) {
  const t = await getTranslations('gate_log.kinds');
  const at = (kind: Kind | null) => logPath({ ...placeless(filter), kind });
  const names = Object.keys(kinds).filter((name): name is Kind => name in kinds);
  const tabs = [
    { href: at(null), label: t('all'), current: filter.kind === null },
    ...names.map((kind) => ({ href: at(kind), label: t(kind), current: filter.kind === kind })),
  ];
  return <Tabs label={t('label')} tabs={tabs} />;
}

async function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = await getTranslations('gate_log');
  return isFiltered ? (
    <EmptyState kind="filtered" title={t('filtered')}>
      {t('filtered_more')}
    </EmptyState>
  ) : (
    <EmptyState kind="done" title={t('empty')}>
      {t('empty_more')}
    </EmptyState>
  );
}

interface PagesProps {
  filter: LogFilter;
  first: string | undefined;
  last: string | undefined;
  newer: boolean;
  older: boolean;
}

async function Pages({ filter, first, last, newer, older }: PagesProps) {
  const t = await getTranslations('ui');
  const to = (place: Pick<LogFilter, 'before' | 'after'>) => logPath({ ...filter, ...place });
  return (
    <Pager
      label={t('pages')}
      newer={newer && first ? { href: to({ before: null, after: first }), label: t('newer') } : undefined}
      older={older && last ? { href: to({ before: last, after: null }), label: t('older') } : undefined}
    />
  );
}
