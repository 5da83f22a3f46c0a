import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/page';
import type { KeptAddress, KeptContact } from '@/lib/contacts/queries';

/** Who somebody is, in a line: "Head of Partnerships, Northlight · priya@northlight.example · introduced by Tom". */
export function ContactLede({ contact }: { contact: KeptContact }) {
  const t = useTranslations('conversation.lede');
  const { position, organization, addresses, metHow, introducer } = contact;
  const doors = addresses
    .filter(({ state }) => state !== 'retired')
    .slice(0, 3)
    .map(shownAddress);
  const met = metHow === 'introduced' && introducer ? t('introduced', { by: introducer }) : '';
  const rest = [...doors, met].filter(Boolean).join(' · ');
  if (!organization) return [position, rest].filter(Boolean).join(' · ');
  return (
    <>
      {position && `${position}, `}
      <TextLink href={`/organizations/${organization.id}`}>{organization.name}</TextLink>
      {rest && ` · ${rest}`}
    </>
  );
}

/** An address as one reads it: a LinkedIn page by its last part, everything else as it was typed. */
export function shownAddress({
  channel,
  handle,
  typed,
}: Pick<KeptAddress, 'channel' | 'handle' | 'typed'>): string {
  if (channel === 'linkedin') return `in/${handle}`;
  return channel === 'x' ? `@${handle}` : typed;
}
