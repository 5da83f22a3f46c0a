import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AddAddress } from '@/components/contacts/add-address';
import { useMetPlans, useNotePlans } from '@/components/contacts/field-plans';
import type { FieldPlan } from '@/components/contacts/contact-field';
import { PartInPlace } from '@/components/contacts/part-in-place';
import { MetWords, NoteWords } from '@/components/contacts/part-words';
import { Fold } from '@/components/ui/fold';
import { Section, TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { addressChannels } from '@/lib/contacts/addresses';
import { metHows } from '@/lib/contacts/contact-form';
import type { KeptContact } from '@/lib/contacts/queries';
import { introducerOf } from '@/lib/threads/contact/queries';
import { shownAddress } from './contact-lede';

interface KeptProps {
  contact: KeptContact;
  /** Whether it may be changed in place. */
  writes: boolean;
}

/** How we met, and through whom. */
export async function HowWeMet({ contact, writes, actor }: KeptProps & { actor: Actor }) {
  const known = await introducerOf(actor, contact);
  const by = known ? <TextLink href={`/contacts/${known.id}`}>{known.name}</TextLink> : null;
  return <Met contact={contact} writes={writes} by={by} />;
}

function Met({ contact, writes, by }: KeptProps & { by: ReactNode }) {
  const t = useTranslations('conversation.met');
  const words = useSaving();
  const fields = useMetPlans(contact);
  const said = {
    how: Object.fromEntries(metHows.map((how) => [how, t(how)])),
    introduced: around(t.markup('introduced_by', { by: () => gap })),
    through: around(t.markup('through', { by: () => gap })),
  };
  return (
    <Section caption={t('caption')}>
      {writes ? (
        <PartInPlace
          contactId={contact.id}
          fields={fields}
          words={{ ...words, add: t('edit'), change: t('edit') }}
          met={{ said, by }}
        />
      ) : (
        <MetWords values={valuesOf(fields)} said={said} by={by} />
      )}
    </Section>
  );
}

/** Our note about somebody, and their tags. */
export function NoteOf({ contact, writes }: KeptProps) {
  const t = useTranslations('conversation.note');
  const words = useSaving();
  const fields = useNotePlans(contact);
  const { id, note, tags } = contact;
  const isEmpty = !note && tags.length === 0;
  if (!writes && isEmpty) return null;
  return (
    <Section caption={t('caption')}>
      {writes ? (
        <PartInPlace contactId={id} fields={fields} words={{ ...words, add: t('add'), change: t('edit') }} />
      ) : (
        <NoteWords values={valuesOf(fields)} />
      )}
    </Section>
  );
}

// Stands where a name comes into a sentence.
const gap = '\uE000';

function around(sentence: string): readonly [string, string] {
  const [before = '', after = ''] = sentence.split(gap);
  return [before, after];
}

const valuesOf = (fields: readonly FieldPlan[]) =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

/** Where somebody can be reached. */
export function AddressesOf({ contact, writes }: KeptProps) {
  const t = useTranslations('conversation.addresses');
  const form = useTranslations('contact_form');
  const title = useTranslations('channels.title');
  const channel = useTranslations('channels.name');
  const { id, addresses } = contact;
  return (
    <Section caption={t('caption')}>
      {addresses.length === 0 && <p className="text-soft">{t('none')}</p>}
      <ul className="space-y-1" role="list">
        {addresses.map((address) => (
          <li key={address.id} className="break-words">
            {shownAddress(address)}
            <span className="text-faint block text-[13px]">
              {title(address.channel)}
              {address.state !== 'held' && `, ${t(address.state)}`}
              {address.holder && (
                <>
                  {': '}
                  <Link href={`/contacts/${address.holder.id}`} prefetch={false} className="link">
                    {address.holder.name}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {writes && (
        <Fold summary={form('add_address')}>
          <AddAddress
            contactId={id}
            channels={addressChannels.map((value) => ({ value, label: channel(value) }))}
            words={{
              ...{ channel: form('channel'), typed: form('typed'), share: form('share') },
              ...{ submit: form('add_address'), pending: form('pending') },
            }}
          />
        </Fold>
      )}
    </Section>
  );
}

function useSaving() {
  const ui = useTranslations('ui');
  return { submit: ui('save'), pending: ui('saving'), lost: ui('lost') };
}
