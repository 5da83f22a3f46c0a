import { getLocale, getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/field';
import { Lede, PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { actorOrSignIn } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { whomItConcerns } from '@/lib/gate/log/queries';
import { saidFrom, saidPath, speakers, type SaidFilter } from '@/lib/insight/said/asked';
import { saidWith } from '@/lib/insight/said/queries';
import { soughtWords } from '@/lib/insight/words';
import { SaidLines } from './said-lines';

const onAPage = 30;

/** Messages, and lines of what we heard, found by their words. All of it is in the address. */
export async function SaidPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const filter = saidFrom(asked);
  const { search, contactId } = filter;
  const [t, ui, language, { lines, newer, older, tooMany }, name] = await Promise.all([
    getTranslations('said'),
    getTranslations('ui'),
    getLocale(),
    saidWith(actor, filter, onAPage),
    contactId ? whomItConcerns(actor, contactId) : null,
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const to = (place: Partial<SaidFilter>) => saidPath({ ...filter, before: null, after: null, ...place });
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <FindSaid filter={filter} name={name} />
      {tooMany && <Lede>{t('too_many')}</Lede>}
      {lines.length > 0 ? (
        <SaidLines lines={lines} search={search} reading={reading} />
      ) : (
        <Nothing filter={filter} />
      )}
      <Pager
        label={ui('pages')}
        newer={newer ? { href: to({ after: newer }), label: ui('newer') } : undefined}
        older={older ? { href: to({ before: older }), label: ui('older') } : undefined}
      />
    </>
  );
}

async function FindSaid({ filter, name }: { filter: SaidFilter; name: string | null }) {
  const t = await getTranslations('said');
  const { search, by, contactId } = filter;
  return (
    <form action="/said" className="mt-6" role="search" key={saidPath(filter)}>
      {contactId && <input type="hidden" name="contact" value={contactId} />}
      <div className="flex flex-wrap items-end gap-3">
        <div className="max-w-[420px] min-w-[220px] flex-1">
          <SearchField label={t('search')} name="q" defaultValue={search} />
        </div>
        <Select label={t('by')} name="by" defaultValue={by ?? ''}>
          <option value="">{t('anybody')}</option>
          {speakers.map((one) => (
            <option key={one} value={one}>
              {t(`speaker.${one}`)}
            </option>
          ))}
        </Select>
        <Button type="submit">{t('find')}</Button>
      </div>
      {(name ?? by) && (
        <Lede>
          {name && `${t('only_contact', { name })} `}
          <TextLink href={saidPath({ search })}>{t('everywhere')}</TextLink>
        </Lede>
      )}
    </form>
  );
}

async function Nothing({ filter: { search, by, contactId } }: { filter: SaidFilter }) {
  const t = await getTranslations('said');
  if (soughtWords(search).length === 0)
    return (
      <EmptyState kind="filtered" title={t('begin')}>
        {t('begin_how')}
      </EmptyState>
    );
  return (
    <EmptyState
      kind="filtered"
      title={t('nothing', { search })}
      acts={
        <>
          {(by ?? contactId) && <ButtonLink href={saidPath({ search })}>{t('everywhere')}</ButtonLink>}
          <ButtonLink href={`/contacts?${new URLSearchParams({ q: search })}`}>{t('in_names')}</ButtonLink>
        </>
      }
    >
      {t('nothing_why')}
    </EmptyState>
  );
}
