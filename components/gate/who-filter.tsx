import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { LogFilter } from '@/lib/gate/log/queries';

interface WhoFilterProps {
  filter: LogFilter;
  people: readonly { readonly id: string; readonly name: string }[];
}

/** Whose doings one looks at, as a GET form. Not there while only one person has an account. */
export async function WhoFilter({ filter, people }: WhoFilterProps) {
  const t = await getTranslations('gate_log');
  if (people.length < 2) return null;
  return (
    <form action="/gate-log" className="mt-4 mb-2 flex max-w-[420px] items-end gap-3 [&_.field]:flex-1">
      {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
      {filter.contactId && <input type="hidden" name="contact" value={filter.contactId} />}
      <Select label={t('by')} name="by" defaultValue={filter.byId ?? ''}>
        <option value="">{t('anybody')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit" className="mb-[3px]">
        {t('show')}
      </Button>
    </form>
  );
}
