import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ActForm } from '@/components/gate/act-form';
import { Field } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { mayWrite, type Actor } from '@/lib/auth/actor';
import type { ListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import { dropView, keepView } from '@/lib/contacts/views/actions';
import { savedViews } from '@/lib/contacts/views/queries';

/** One's own views of the list; the one that is looked at may be kept or forgotten. */
export async function Views({ actor, filter }: { actor: Actor; filter: ListFilter }) {
  const address = listPath({ ...filter, after: null, before: null });
  const [t, ui, views] = await Promise.all([
    getTranslations('contact_list.views'),
    getTranslations('ui'),
    savedViews(actor),
  ]);
  const current = views.find((view) => view.address === address);
  const unsaved = address !== '/contacts' && !current && mayWrite(actor);
  if (views.length === 0 && !unsaved) return null;
  return (
    <>
      {views.length > 0 && (
        <nav className="orders" aria-label={t('caption')}>
          {views.map((view) => (
            <Link
              key={view.id}
              href={view.address}
              prefetch={false}
              aria-current={view.id === current?.id ? 'true' : undefined}
            >
              {view.name}
            </Link>
          ))}
        </nav>
      )}
      {current && mayWrite(actor) && (
        <ActForm
          action={dropView}
          hidden={{ view: current.id }}
          submit={t('forget', { name: current.name })}
          pending={ui('working')}
          variant="quiet"
        />
      )}
      {unsaved && (
        <Fold summary={t('save')}>
          <ActForm action={keepView} hidden={{ address }} submit={t('keep')} pending={ui('saving')}>
            <div className="max-w-[320px] pb-4">
              <Field name="name" label={t('name')} maxLength={60} required autoComplete="off" />
            </div>
          </ActForm>
        </Fold>
      )}
    </>
  );
}
