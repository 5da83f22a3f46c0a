import { useTranslations } from 'next-intl';
import { Lede, TextLink } from '@/components/ui/page';
import { Rows } from '@/components/ui/rows';
import type { ListedContact } from '@/lib/contacts/list/queries';
import { saidPath } from '@/lib/insight/said/asked';
import type { Reading } from '@/lib/language/moments';
import { ContactRow } from './contact-rows';

interface NearNamesProps {
  search: string;
  near: readonly ListedContact[];
  reading: Reading;
}

/** Whose names come near one that nobody has: a letter is soon typed wrong. */
export function NearNames({ search, near, reading }: NearNamesProps) {
  const t = useTranslations('contact_list');
  return (
    <>
      <div className="pt-4">
        <Lede>
          {t('near', { count: near.length, search })}{' '}
          <TextLink href={saidPath({ search })}>{t('in_what_was_said')}</TextLink>
        </Lede>
      </div>
      <Rows label={t('near_label')}>
        {near.map((contact) => (
          <ContactRow key={contact.id} contact={contact} reading={reading} />
        ))}
      </Rows>
    </>
  );
}
