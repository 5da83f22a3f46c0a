import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { PageTitle, TextLink } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { SearchField } from '@/components/ui/search-field';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import {
  organizationOrders,
  organizationsPath,
  readOrganizationFilter,
  type OrganizationFilter,
} from '@/lib/contacts/organizations/list/asked';
import { organizationCount, organizationList } from '@/lib/contacts/organizations/list/queries';
import { countedTo } from '@/lib/contacts/organizations/list/sql';
import { readingNow } from '@/lib/policy/queries';
import { OrganizationRows } from './organization-rows';

/** Every organization, searched, by name or by who spoke last. All of it is in the address. */
export async function OrganizationsPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  const filter = readOrganizationFilter(asked);
  const [t, ui, page, count, there] = await Promise.all([
    getTranslations('organizations'),
    getTranslations('ui'),
    organizationList(actor, filter),
    organizationCount(actor),
    getLocale().then(readingNow),
  ]);
  const { newer, older } = page;
  return (
    <>
      <PageTitle lede={t('lede')} acts={<TextLink href="/contacts">{t('people_instead')}</TextLink>}>
        {count > countedTo ? t('more_than', { count: countedTo }) : t('title', { count })}
      </PageTitle>
      {count > 0 && <Find filter={filter} />}
      {count > 1 && filter.search === '' && <OrderOf order={filter.order} />}
      <OrganizationRows
        {...{ filter, page, there }}
        reading={{ ...there, zone: actor.timeZone }}
        mayWrite={mayWrite(actor)}
      />
      <Pager
        label={ui('pages')}
        newer={
          newer
            ? { href: organizationsPath({ order: filter.order, before: newer }), label: ui('newer') }
            : undefined
        }
        older={
          older
            ? { href: organizationsPath({ order: filter.order, after: older }), label: ui('older') }
            : undefined
        }
      />
    </>
  );
}

async function Find({ filter }: { filter: OrganizationFilter }) {
  const t = await getTranslations('organizations');
  return (
    <form action="/organizations" className="mt-6" role="search" key={organizationsPath(filter)}>
      {filter.order === 'recent' && <input type="hidden" name="order" value="recent" />}
      <div className="flex flex-wrap gap-3">
        <div className="max-w-[420px] min-w-0 flex-1">
          <SearchField label={t('search')} name="q" defaultValue={filter.search} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </div>
    </form>
  );
}

// With whom nobody has spoken has no place among those who spoke; a link says where they are.
async function OrderOf({ order }: Pick<OrganizationFilter, 'order'>) {
  const t = await getTranslations('organizations');
  return (
    <nav className="orders" aria-label={t('order')}>
      {organizationOrders.map((one) => (
        <Link
          key={one}
          href={organizationsPath({ order: one })}
          prefetch={false}
          aria-current={one === order ? 'true' : undefined}
        >
          {t(`by_${one}`)}
        </Link>
      ))}
      {order === 'recent' && <TextLink href={organizationsPath({})}>{t('without_words')}</TextLink>}
    </nav>
  );
}
