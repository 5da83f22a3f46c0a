import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import { SearchField } from '@/components/ui/search-field';
import type { Actor } from '@/lib/auth/actor';
import { contactList } from '@/lib/contacts/list/queries';
import { AddSomebody } from './add-somebody';

const lately = 6;
const most = 12;

/** With whom it was: found by name, organization or address, or added right here. */
export async function ChooseContact({ actor, sought }: { actor: Actor; sought: string }) {
  const search = sought.trim().slice(0, 100);
  const [t, ui, { contacts }] = await Promise.all([
    getTranslations('log'),
    getTranslations('ui'),
    contactList(actor, {
      ...{
        search,
        tab: 'everybody',
        order: 'recent',
        organizationId: null,
        tagId: null,
        after: null,
        before: null,
      },
    }),
  ]);
  const shown = contacts.slice(0, search === '' ? lately : most);
  return (
    <>
      <form action="/log" method="get" role="search" className="flex max-w-[500px] items-center gap-2 pt-6">
        <div className="grow">
          <SearchField name="q" label={t('find')} defaultValue={search} />
        </div>
        <Button type="submit">{t('find_it')}</Button>
      </form>
      {search !== '' && shown.length === 0 && <p className="lede pt-6">{t('nobody', { sought: search })}</p>}
      {shown.length > 0 && (
        <Section caption={t(search === '' ? 'lately' : 'found')} apart>
          <Rows label={t('who')}>
            {shown.map(({ id, name, organization }) => (
              <Row key={id} name={name} href={`/log?contact=${id}`} where={organization} />
            ))}
          </Rows>
          {contacts.length > most && search !== '' && <p className="lede pt-3">{t('many')}</p>}
        </Section>
      )}
      <Section caption={t('add.caption')} apart>
        <AddSomebody
          name={/[@\d/]/.test(search) ? '' : search}
          words={{
            name: t('add.name'),
            organization: t('add.organization'),
            address: t('add.address'),
            addressHint: t('add.address_hint'),
            submit: t('add.submit'),
            optional: ui('optional'),
            pending: ui('working'),
          }}
        />
      </Section>
    </>
  );
}
