import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { StandingChip } from '@/components/today/standing-chip';
import { Section, TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { contactList } from '@/lib/contacts/list/queries';
import type { KeptContact } from '@/lib/contacts/queries';

const shown = 6;

/** The others of the same organization, and where it stands with each. Nothing when there are none. */
export async function Around({ contact, actor, now }: { contact: KeptContact; actor: Actor; now: Date }) {
  const { organization } = contact;
  if (!organization) return null;
  const filter = {
    search: '',
    tab: 'everybody',
    order: 'recent',
    tagId: null,
    after: null,
    before: null,
  } as const;
  const [t, { contacts }] = await Promise.all([
    getTranslations('conversation.around'),
    contactList(actor, { ...filter, order: 'name', organizationId: organization.id }),
  ]);
  const others = contacts.filter(({ id }) => id !== contact.id);
  if (others.length === 0) return null;
  return (
    <Section caption={t('caption', { name: contact.givenName ?? contact.name })}>
      <ul className="space-y-2" role="list">
        {others.slice(0, shown).map(({ id, name, state, owes, closedBy, restsUntil, promisedFor, ended }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Link href={`/contacts/${id}`} prefetch={false} className="link">
              {name}
            </Link>
            <StandingChip {...{ state, owes, closedBy, restsUntil, promisedFor, ended, now }} />
          </li>
        ))}
      </ul>
      {others.length > shown && (
        <p className="pt-2">
          <TextLink href={`/contacts?organization=${organization.id}`}>
            {t('others', { organization: organization.name })}
          </TextLink>
        </p>
      )}
    </Section>
  );
}
