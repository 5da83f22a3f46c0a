import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Lede, TextLink } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import { addressChannels } from '@/lib/contacts/addresses';
import { metHows } from '@/lib/contacts/contact-form';
import type { listChoices } from '@/lib/contacts/list/choices/queries';
import {
  answeredSpans,
  isNarrowed,
  listColumns,
  spokenSpans,
  type ListFilter,
} from '@/lib/contacts/list/list-filter';
import { listPath, widePath } from '@/lib/contacts/list/list-path';

interface FindContactsProps {
  filter: ListFilter;
  choices: Awaited<ReturnType<typeof listChoices>>;
  /** The name of the organization it is narrowed to. */
  organization: string | null;
}

interface Choice {
  id: string;
  name: string;
}

/** The search above the list, and what narrows it and what it shows besides. */
export function FindContacts({ filter, choices, organization }: FindContactsProps) {
  const t = useTranslations('contact_list');
  const channel = useTranslations('channels.title');
  const met = useTranslations('contact_form.met');
  const { columns = [] } = filter;
  const kept = [
    ['standing', filter.tab === 'everybody' ? '' : filter.tab],
    ['order', filter.order === 'name' ? '' : filter.order],
    ['organization', filter.organizationId ?? ''],
  ] as const;
  const narrowing: readonly (readonly [string, string, string | null | undefined, readonly Choice[]])[] = [
    ['channel', t('channel'), filter.channel, addressChannels.map((id) => ({ id, name: channel(id) }))],
    ['tag', t('tag'), filter.tagId, choices.tags],
    ['owner', t('owner'), filter.ownerId, choices.people],
    ['pitch', t('pitch'), filter.pitchId, choices.pitches],
    ['met', t('met'), filter.met, metHows.map((id) => ({ id, name: met(id) }))],
    ['spoken', t('spoken'), filter.spoken, spokenSpans.map((id) => ({ id, name: t(`span.${id}`) }))],
    [
      'answered',
      t('answered'),
      filter.answered,
      answeredSpans.map((id) => ({ id, name: t(`answered_span.${id}`) })),
    ],
  ];
  return (
    <form action="/contacts" className="mt-6" role="search" key={listPath({ ...filter, after: null })}>
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <div className="flex flex-wrap gap-3">
        <div className="max-w-[420px] min-w-0 flex-1">
          <SearchField label={t('search')} name="q" defaultValue={filter.search} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </div>
      <div className="pt-2">
        <Fold summary={t('narrow')} open={isNarrowed({ ...filter, organizationId: null })}>
          <div className="narrowing">
            {narrowing.map(
              ([name, label, value, of]) =>
                of.length > 0 && (
                  <Select key={name} name={name} label={label} defaultValue={value ?? ''}>
                    <option value="">{t('any')}</option>
                    {of.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </Select>
                ),
            )}
          </div>
          <fieldset className="mt-5">
            <legend className="legend">{t('columns')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {listColumns.map((column) => (
                <Checkbox
                  key={column}
                  name="show"
                  value={column}
                  label={t(`column.${column}`)}
                  defaultChecked={columns.includes(column)}
                />
              ))}
            </div>
          </fieldset>
          <div className="acts pt-4">
            <Button type="submit">{t('show')}</Button>
          </div>
        </Fold>
      </div>
      {isNarrowed(filter) && (
        <div className="pt-2 pb-3">
          <Lede>
            {organization !== null && `${t('only_at', { name: organization })} `}
            <TextLink href={widePath(filter)}>{t('clear')}</TextLink>
          </Lede>
        </div>
      )}
    </form>
  );
}
