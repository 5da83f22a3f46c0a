import { getLocale, getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { actorOrSignIn } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { everythingHeard, heardFrom, heardPath, isNarrow, type HeardFilter } from '@/lib/insight/heard/asked';
import { saidPath } from '@/lib/insight/said/asked';
import { heardLines, type HeardPage as Page } from '@/lib/insight/heard/queries';
import { FindHeard } from './find-heard';
import { HeardLines } from './heard-lines';

const onAPage = 30;

/** What people told us: lines and quotes, searched and narrowed. All of it is in the address. */
export async function HeardPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const filter = heardFrom(asked);
  const [t, page, language] = await Promise.all([
    getTranslations('heard'),
    heardLines(actor, filter, onAPage),
    getLocale(),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const nothingEver = page.lines.length === 0 && !isNarrow(filter);
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      {!nothingEver && <FindHeard filter={filter} actor={actor} />}
      {page.lines.length === 0 ? (
        <Nothing narrow={isNarrow(filter)} search={filter.search} />
      ) : (
        <HeardLines lines={page.lines} reading={reading} />
      )}
      <Pages filter={filter} page={page} />
    </>
  );
}

async function Nothing({ narrow, search }: { narrow: boolean; search: string }) {
  const t = await getTranslations('heard');
  return narrow ? (
    <EmptyState
      kind="filtered"
      title={t('filtered')}
      acts={
        <>
          {search !== '' && <ButtonLink href={saidPath({ search })}>{t('in_what_was_said')}</ButtonLink>}
          <ButtonLink href={heardPath(everythingHeard)}>{t('clear')}</ButtonLink>
        </>
      }
    >
      {t('filtered_why')}
    </EmptyState>
  ) : (
    <EmptyState kind="never" title={t('never')} acts={<ButtonLink href="/listen">{t('listen')}</ButtonLink>}>
      {t('never_why')}
    </EmptyState>
  );
}

async function Pages({ filter, page: { newer, older } }: { filter: HeardFilter; page: Page }) {
  const ui = await getTranslations('ui');
  const to = (place: Partial<HeardFilter>) => heardPath({ ...filter, before: null, after: null, ...place });
  return (
    <Pager
      label={ui('pages')}
      newer={newer ? { href: to({ after: newer }), label: ui('newer') } : undefined}
      older={older ? { href: to({ before: older }), label: ui('older') } : undefined}
    />
  );
}
