import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Narrow, PageTitle } from '@/components/ui/page';
import type { Writer } from '@/lib/auth/actor';
import { namesOf } from '@/lib/contacts/places';
import { discardUpload } from '@/lib/imports/actions';
import { fields } from '@/lib/imports/columns/fields';
import { faultSentence } from '@/lib/imports/report/words';
import { lookInto } from '@/lib/imports/uploads/queries';
import type { Upload } from '@/lib/imports/uploads/upload';
import { ColumnsForm, type ColumnPlan } from './columns-form';

/** A look at a file before it is imported: what each column holds, by guess, beside what stands in it. */
export async function PreviewPage({ actor, id, upload }: { actor: Writer; id: string; upload: Upload }) {
  const [t, names, language, look] = await Promise.all([
    getTranslations('imports'),
    getTranslations('imports.fields'),
    getLocale(),
    lookInto(actor, id),
  ]);
  if ('fault' in look) return <Narrow>{faultSentence(look.fault, language)}</Narrow>;
  const columns = look.header.map((title, at): ColumnPlan => ({
    title: title || t('column', { number: at + 1 }),
    field: look.columns[at] ?? '',
    cells: look.sample.slice(0, 3).map(({ cells }) => cells[at] ?? ''),
  }));
  const discard = (
    <form action={discardUpload}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="quiet">
        {t('discard')}
      </Button>
    </form>
  );
  return (
    <>
      <PageTitle lede={t('look_lede')} acts={discard}>
        {t('look_title', { file: upload.fileName })}
      </PageTitle>
      <ColumnsForm
        id={id}
        columns={columns}
        choices={fields.map((field) => ({ value: field, label: names(field) }))}
        countries={namesOf('region', language).map(({ code, name }) => ({ value: code, label: name }))}
        words={{
          ...{ not_read: t('not_read'), inside: t('inside'), country: t('country') },
          ...{ country_hint: t('country_hint'), country_none: t('country_none') },
          ...{ submit: t('submit'), pending: t('importing') },
          ...{ not_taken: t('not_taken'), all_taken: t('all_taken') },
        }}
      />
    </>
  );
}
