import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';
import { saidIn } from '@/lib/insight/heard/asked';
import { dayOf, type Reading } from '@/lib/language/moments';
import type { NamedBy as Naming } from '@/lib/replies/referrals/queries';

interface NamedByProps {
  contactId: string;
  named: readonly Naming[];
  /** Nothing else is known of how we met: then this is how. */
  isHowWeMet: boolean;
  writes: boolean;
  reading: Reading;
}

/** Who named somebody, and where they said so. */
export function NamedBy({ contactId, named, isHowWeMet, writes, reading }: NamedByProps) {
  const t = useTranslations('conversation.met');
  if (named.length === 0) return null;
  return (
    <Section caption={t(isHowWeMet ? 'caption' : 'named_caption')}>
      <ul role="list">
        {named.map((one) => (
          <li key={one.contactId}>
            {t.rich('named_by', {
              by: () => <TextLink href={`/contacts/${one.contactId}`}>{one.name}</TextLink>,
              day: () => <TextLink href={saidIn(one)}>{dayOf(one.at, reading)}</TextLink>,
            })}
          </li>
        ))}
      </ul>
      {isHowWeMet && writes && (
        <p className="text-[13px]">
          <TextLink href={`/contacts/${contactId}/edit`}>{t('edit')}</TextLink>
        </p>
      )}
    </Section>
  );
}
