import { getTranslations } from 'next-intl/server';
import { ContactRow } from '@/components/contacts/contact-rows';
import { Section, TextLink } from '@/components/ui/page';
import { Rows } from '@/components/ui/rows';
import type { Actor } from '@/lib/auth/actor';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { listPath } from '@/lib/contacts/list/list-path';
import { contactList } from '@/lib/contacts/list/queries';
import { countedTo } from '@/lib/contacts/organizations/list/sql';
import type { KeptOrganization } from '@/lib/contacts/organizations/queries';
import type { Reading } from '@/lib/language/moments';

const shown = 20;

interface PeopleThereProps {
  organization: KeptOrganization;
  actor: Actor;
  reading: Reading;
}

/** The people of an organization as contacts' lists show them, and the way to the list of them. */
export async function PeopleThere({ organization: { id, people }, actor, reading }: PeopleThereProps) {
  const filter = readListFilter({ organization: id });
  const [t, { contacts }] = await Promise.all([
    getTranslations('organizations'),
    contactList(actor, filter, shown),
  ]);
  const seen = () => {
    if (people <= shown) return t('see_people');
    return people >= countedTo ? t('all_people_more', { count: people }) : t('all_people', { count: people });
  };
  return (
    <Section caption={t('people_there')}>
      {contacts.length === 0 && <p className="text-soft">{t('nobody_there')}</p>}
      <Rows label={t('people_there')}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={{ ...contact, organization: null, organizationId: null }}
            reading={reading}
          />
        ))}
      </Rows>
      {people > 1 && (
        <p className="pt-4">
          <TextLink href={listPath(filter)}>{seen()}</TextLink>
        </p>
      )}
    </Section>
  );
}
