import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import type { ListFilter } from '@/lib/contacts/list/list-filter';

/** The search above the list, within the tab and the organization that are looked at. */
export function FindContacts({ filter }: { filter: ListFilter }) {
  const t = useTranslations('contact_list');
  const kept = [
    ['standing', filter.tab === 'everybody' ? '' : filter.tab],
    ['order', filter.order === 'name' ? '' : filter.order],
    ['organization', filter.organizationId ?? ''],
    ['tag', filter.tagId ?? ''],
  ] as const;
  return (
    <form action="/contacts" className="mt-6 flex flex-wrap gap-3" role="search">
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <div className="max-w-[420px] min-w-0 flex-1">
        <SearchField key={filter.search} label={t('search')} name="q" defaultValue={filter.search} />
      </div>
      <Button type="submit">{t('find')}</Button>
    </form>
  );
}
