import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/auth/action-form';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { SearchField } from '@/components/ui/search-field';
import type { Writer } from '@/lib/auth/actor';
import { contactList } from '@/lib/contacts/list/queries';
import type { AskedAbout } from '@/lib/sync/asking/queries';
import { addWhose, answerWhose } from '@/lib/sync/asking/actions';

const most = 8;

interface SomebodyElseProps {
  writer: Writer;
  question: AskedAbout;
  sought: string;
}

/** Whoever it is besides those one would think of: found among everybody, or kept as somebody new. */
export async function SomebodyElse({ writer, question, sought }: SomebodyElseProps) {
  const { id, name, organization } = question;
  const search = sought.trim().slice(0, 100);
  const everybody = { tab: 'everybody', order: 'recent', organizationId: null, tagId: null } as const;
  const [t, ui, { contacts }] = await Promise.all([
    getTranslations('mail.else'),
    getTranslations('ui'),
    contactList(writer, { ...everybody, search, after: null, before: null }),
  ]);
  const shown = search === '' ? [] : contacts.slice(0, most);
  return (
    <Section caption={t('caption')} apart>
      <form
        action="/mail/questions"
        method="get"
        role="search"
        className="flex max-w-[500px] items-center gap-2 pt-2"
      >
        <input type="hidden" name="at" value={id} />
        <input type="hidden" name="else" value="1" />
        <div className="grow">
          <SearchField name="q" label={t('find')} defaultValue={search} autoFocus />
        </div>
        <Button type="submit">{t('find_it')}</Button>
      </form>
      {search !== '' && shown.length === 0 && <p className="lede pt-4">{t('nobody', { sought: search })}</p>}
      {shown.length > 0 && (
        <Rows label={t('found')}>
          {shown.map((one) => (
            <Row
              key={one.id}
              name={one.name}
              where={one.organization}
              state={
                <ActionForm
                  action={answerWhose}
                  hidden={{ question: id, contact: one.id }}
                  submit={t('it_is')}
                  pending={ui('working')}
                  variant="plain"
                  inRow
                />
              }
            />
          ))}
        </Rows>
      )}
      <div className="pt-8">
        <h2 className="cap">{t('new')}</h2>
        <ActionForm
          action={addWhose}
          hidden={{ question: id }}
          fields={[
            { kind: 'line', name: 'name', label: t('name'), autoComplete: 'off', value: name ?? '' },
            {
              kind: 'line',
              name: 'organization',
              label: t('organization'),
              autoComplete: 'off',
              aside: ui('optional'),
              value: organization ?? '',
            },
          ]}
          submit={t('add')}
          pending={ui('working')}
          variant="plain"
        />
      </div>
    </Section>
  );
}
