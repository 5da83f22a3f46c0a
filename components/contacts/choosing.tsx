import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import type { Named } from '@/lib/contacts/list/choices/queries';
import type { ListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import { ManyForm } from './many-form';

interface ChoosingProps {
  choosing: boolean;
  filter: ListFilter;
  people: readonly Named[];
  tags: readonly Named[];
  children: ReactNode;
}

/** The rows of the list; while several are chosen, with what may be done with them. */
export function Choosing({ choosing, filter, people, tags, children }: ChoosingProps) {
  const t = useTranslations('contact_list.many');
  const leave = useTranslations('contact_list')('chosen_none');
  const ui = useTranslations('ui');
  if (!choosing) return children;
  const doing = (act: 'tag' | 'untag' | 'assign' | 'rest' | 'close') => ({
    one: t(`doing.${act}`, { count: 1, n: 1 }),
    many: t(`doing.${act}`, { count: 2, n: '{n}' }),
  });
  return (
    <ManyForm
      people={people.map(({ id, name }) => ({ id, name }))}
      tags={tags.map(({ name }) => name)}
      back={listPath(filter)}
      words={{
        ...{ caption: t('caption'), act: t('act'), tag: t('tag'), untag: t('untag'), assign: t('assign') },
        ...{ rest: t('rest'), close: t('close'), which_tag: t('which_tag'), whose: t('whose') },
        ...{ nobody: t('nobody'), until: t('until'), do: t('do'), all: t('all'), pending: ui('working') },
        leave,
      }}
      doing={{
        ...{ tag: doing('tag'), untag: doing('untag'), assign: doing('assign') },
        ...{ rest: doing('rest'), close: doing('close') },
      }}
    >
      {children}
    </ManyForm>
  );
}

/** What else may be done with a list: choose several of it, take it along. */
export function Beside({ filter }: { filter: ListFilter }) {
  const t = useTranslations('contact_list');
  const path = listPath(filter);
  return (
    <p className="acts pt-3">
      <ButtonLink href={`${path}${path.includes('?') ? '&' : '?'}choose=1`} variant="quiet">
        {t('choose')}
      </ButtonLink>
      <a
        className="link row-where"
        href={listPath({ ...filter, after: null, before: null }, '/contacts/export')}
        download
      >
        {t('export')}
      </a>
    </p>
  );
}
