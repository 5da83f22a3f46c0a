import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { DateField, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { Lede, TextLink } from '@/components/ui/page';
import { SearchField } from '@/components/ui/search-field';
import type { Actor } from '@/lib/auth/actor';
import { everythingHeard, heardPath, isNarrow, type HeardFilter } from '@/lib/insight/heard/asked';
import { heardChoices } from '@/lib/insight/heard/choices/queries';

/** The search of what we heard, and what narrows it. */
export async function FindHeard({ filter, actor }: { filter: HeardFilter; actor: Actor }) {
  const { search, contactId, pitchId, organizationId, tagId, from, until } = filter;
  const [t, { pitches, tags, organizations, contact }] = await Promise.all([
    getTranslations('heard'),
    heardChoices(actor, filter),
  ]);
  return (
    <form action="/heard" className="mt-6" role="search" key={heardPath(filter)}>
      {contactId && <input type="hidden" name="contact" value={contactId} />}
      <div className="flex flex-wrap gap-3">
        <div className="max-w-[420px] min-w-0 flex-1">
          <SearchField label={t('search')} name="q" defaultValue={search} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </div>
      <div className="pt-2">
        <Fold summary={t('narrow')} open={isNarrow({ ...filter, search: '', contactId: null })}>
          <div className="narrowing">
            <Choice name="pitch" label={t('pitch')} any={t('any')} value={pitchId} of={pitches} />
            <Choice
              name="organization"
              label={t('organization')}
              any={t('any')}
              value={organizationId}
              of={organizations}
            />
            <Choice name="tag" label={t('tag')} any={t('any')} value={tagId} of={tags} />
            <DateField label={t('from')} name="from" defaultValue={from ?? ''} />
            <DateField label={t('until')} name="until" defaultValue={until ?? ''} />
            <div className="acts">
              <Button type="submit">{t('show')}</Button>
            </div>
          </div>
        </Fold>
      </div>
      {isNarrow(filter) && (
        <Lede>
          {contact && `${t('only_contact', { name: contact })} `}
          <TextLink href={heardPath(everythingHeard)}>{t('clear')}</TextLink>
        </Lede>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  value: string | null;
  of: readonly { readonly id: string; readonly name: string }[];
}

function Choice({ name, label, any, value, of }: ChoiceProps) {
  if (of.length === 0) return null;
  return (
    <Select label={label} name={name} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {of.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </Select>
  );
}
