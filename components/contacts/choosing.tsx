import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Named } from '@/lib/contacts/list/choices/queries';
import type { ListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import { ManyForm } from './many-form';
import { untilPlan } from './until-plan';

interface ChoosingProps {
  choosing: boolean;
  filter: ListFilter;
  people: readonly Named[];
  tags: readonly Named[];
  children: ReactNode;
}

/** The rows of the list; while several are chosen, with what may be done with them. */
export async function Choosing({ choosing, filter, people, tags, children }: ChoosingProps) {
  if (!choosing) return children;
  const [t, list, ui] = await Promise.all([
    getTranslations('contact_list.many'),
    getTranslations('contact_list'),
    getTranslations('ui'),
  ]);
  const leave = list('chosen_none');
  const doing = (act: 'tag' | 'untag' | 'assign' | 'rest' | 'close') => ({
    one: t(`doing.${act}`, { count: 1, n: 1 }),
    many: t(`doing.${act}`, { count: 2, n: '{n}' }),
  });
  return (
    <ManyForm
      people={people.map(({ id, name }) => ({ id, name }))}
      tags={tags.map(({ name }) => name)}
      until={await untilPlan()}
      back={listPath(filter)}
      words={{
        ...{ caption: t('caption'), act: t('act'), tag: t('tag'), untag: t('untag'), assign: t('assign') },
        ...{ rest: t('rest'), close: t('close'), which_tag: t('which_tag'), whose: t('whose') },
        ...{ nobody: t('nobody'), do: t('do'), all: t('all'), pending: ui('working') },
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
    <p className="orders">
      <Link href={`${path}${path.includes('?') ? '&' : '?'}choose=1`} prefetch={false}>
        {t('choose')}
      </Link>
      <a href={listPath({ ...filter, after: null, before: null }, '/contacts/export')} download>
        {t('export')}
      </a>
    </p>
  );
}
