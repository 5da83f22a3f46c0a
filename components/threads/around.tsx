import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { StandingChip } from '@/components/today/standing-chip';
import { Section, TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import type { KeptContact } from '@/lib/contacts/queries';
import { colleaguesAround, introducedBeside, type Near } from '@/lib/threads/around/queries';
import { introducerOf } from '@/lib/threads/contact/queries';

const shown = 5;

interface AroundProps {
  contact: KeptContact;
  actor: Actor;
  now: Date;
}

/** Who is near somebody, and where it stands with each: at the organization, and around who introduced them. */
export async function Around({ contact, actor, now }: AroundProps) {
  const { id, organization } = contact;
  const known = await introducerOf(actor, contact);
  const introducer = known?.name ?? contact.introducer;
  const [t, colleagues, beside] = await Promise.all([
    getTranslations('conversation.around'),
    organization ? colleaguesAround(actor, id, shown + 1) : [],
    introducer ? introducedBeside(actor, id, { id: known?.id ?? null, name: introducer }, shown) : [],
  ]);
  const others = beside.filter((one) => !colleagues.some((colleague) => colleague.id === one.id));
  if (colleagues.length === 0 && others.length === 0) return null;
  return (
    <Section caption={t('caption', { name: contact.givenName ?? contact.name })}>
      <div className="space-y-4">
        {organization && colleagues.length > 0 && (
          <People label={t('at', { organization: organization.name })} people={colleagues} now={now} />
        )}
        {organization && colleagues.length > shown && (
          <p>
            <TextLink href={`/organizations/${organization.id}`}>
              {t('others', { organization: organization.name })}
            </TextLink>
          </p>
        )}
        {introducer && others.length > 0 && (
          <People label={t('through', { introducer })} people={others} now={now} />
        )}
      </div>
    </Section>
  );
}

function People({ label, people, now }: { label: string; people: readonly Near[]; now: Date }) {
  return (
    <div>
      <p className="text-faint pb-1 text-[13px]">{label}</p>
      <ul className="space-y-2" role="list">
        {people.slice(0, shown).map(({ id, name, ...standing }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={`/contacts/${id}`} prefetch={false} className="link">
              {name}
            </Link>
            <StandingChip {...standing} now={now} />
          </li>
        ))}
      </ul>
    </div>
  );
}
