import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { Tabs } from '@/components/ui/tabs';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { systemClock } from '@/lib/clock/clock';
import { readListFilter, isNarrowed, tabs, type ListFilter } from '@/lib/contacts/list/list-filter';
import { listChoices } from '@/lib/contacts/list/choices/queries';
import { contactsNear } from '@/lib/contacts/list/near/queries';
import { listPath } from '@/lib/contacts/list/list-path';
import { contactList, countedTo, countsShown, type ContactPage } from '@/lib/contacts/list/queries';
import { organizationById } from '@/lib/contacts/organizations/queries';
import { turnHere } from '@/lib/replies/today/queries';
import { Beside, Choosing } from './choosing';
import { ContactRows } from './contact-rows';
import { FindContacts } from './find-contacts';
import { NearNames } from './near-names';
import { Views } from './views';

/** Everybody, searched and sorted by where they stand. All of it is in the address. */
export async function ContactsPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const filter = readListFilter(asked);
  const choosing = mayWrite(actor) && firstOf(asked, 'choose') !== null;
  const [t, standing, page, counts, choices, turn, language, organization] = await Promise.all([
    getTranslations('contact_list'),
    getTranslations('standing'),
    contactList(actor, filter),
    countsShown(actor, filter),
    listChoices(actor),
    turnHere(actor, countedTo),
    getLocale(),
    filter.organizationId === null ? null : organizationById(actor, filter.organizationId),
  ]);
  const reading = { language, zone: actor.timeZone, now: systemClock.now() };
  const many = counts.all >= countedTo;
  const count = many ? countedTo : counts.all;
  const near =
    page.contacts.length > 0 || !looksForAnybody(filter) ? [] : await contactsNear(actor, filter.search);
  return (
    <>
      <PageTitle
        lede={t('lede')}
        acts={mayWrite(actor) && <ButtonLink href="/contacts/new">{t('add')}</ButtonLink>}
      >
        {isNarrowed(filter)
          ? t(many ? 'more_in_view' : 'in_view', { count })
          : t(many ? 'more_than' : 'title', { count })}
      </PageTitle>
      <FindContacts filter={filter} choices={choices} organization={organization?.name ?? null} />
      <Views actor={actor} filter={filter} />
      <Tabs
        label={t('tabs')}
        tabs={tabs.map((tab) => ({
          href: listPath({ ...filter, tab }),
          label:
            tab === 'everybody' || tab === 'never_written'
              ? t(tab)
              : standing(tab === 'your_turn' ? turn : tab),
          count: counts.tabs[tab],
          current: tab === filter.tab,
        }))}
      />
      {filter.tab === 'everybody' && filter.search === '' && counts.all > 1 && (
        <OrderOf filter={filter} neverWritten={counts.tabs.never_written ?? 0} />
      )}
      {mayWrite(actor) && page.contacts.length > 0 && !choosing && <Beside filter={filter} />}
      <Choosing choosing={choosing} filter={filter} people={choices.people} tags={choices.tags}>
        {near.length > 0 ? (
          <NearNames search={filter.search} near={near} reading={reading} />
        ) : (
          <ContactRows
            filter={filter}
            page={page}
            reading={reading}
            mayWrite={mayWrite(actor)}
            choosing={choosing}
          />
        )}
      </Choosing>
      <Pages filter={filter} page={page} />
    </>
  );
}

// A tab or a filter leaves people out for reasons of its own: there nobody near is meant.
function looksForAnybody(filter: ListFilter): boolean {
  return filter.search !== '' && filter.tab === 'everybody' && !isNarrowed(filter);
}

// Who never exchanged a word has no place among those who spoke; a link says where they are.
async function OrderOf({ filter, neverWritten }: { filter: ListFilter; neverWritten: number }) {
  const t = await getTranslations('contact_list');
  const orders = ['name', 'recent'] as const;
  return (
    <nav className="orders" aria-label={t('order')}>
      {orders.map((order) => (
        <Link
          key={order}
          href={listPath({ ...filter, order, after: null, before: null })}
          prefetch={false}
          aria-current={order === filter.order ? 'true' : undefined}
        >
          {t(`by_${order}`)}
        </Link>
      ))}
      {filter.order === 'recent' && neverWritten > 0 && (
        <TextLink
          href={listPath({ ...filter, tab: 'never_written', order: 'name', after: null, before: null })}
        >
          {t('without_words')}
        </TextLink>
      )}
      {filter.order === 'name' && <TextLink href="/contacts/twins">{t('twins')}</TextLink>}
    </nav>
  );
}

async function Pages({ filter, page }: { filter: ListFilter; page: ContactPage }) {
  const ui = await getTranslations('ui');
  const { newer, older } = page;
  return (
    <Pager
      label={ui('pages')}
      newer={newer ? { href: listPath({ ...filter, before: newer }), label: ui('newer') } : undefined}
      older={older ? { href: listPath({ ...filter, after: older }), label: ui('older') } : undefined}
    />
  );
}
