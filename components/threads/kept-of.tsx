import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AddAddress } from '@/components/contacts/add-address';
import { useMetPlans, useNotePlans } from '@/components/contacts/field-plans';
import { PartForm } from '@/components/contacts/part-form';
import { Fold } from '@/components/ui/fold';
import { Section, TextLink } from '@/components/ui/page';
import type { Actor } from '@/lib/auth/actor';
import { addressChannels } from '@/lib/contacts/addresses';
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
  const [t, known] = await Promise.all([getTranslations('conversation.met'), introducerOf(actor, contact)]);
  const { metHow, metWhere, source } = contact;
  const introducer = known?.name ?? contact.introducer;
  const by = () => (known ? <TextLink href={`/contacts/${known.id}`}>{known.name}</TextLink> : introducer);
  const isThrough = metHow === 'introduced' && introducer !== null;
  return (
    <Section caption={t('caption')}>
      <p>
        {isThrough ? t.rich('introduced_by', { by }) : t(metHow)}
        {metWhere && `, ${metWhere}`}
        {introducer && !isThrough && <>, {t.rich('through', { by })}</>}
      </p>
      {source && <p className="text-soft">{source}</p>}
      {writes && <EditMet contact={contact} />}
    </Section>
  );
}

function EditMet({ contact }: { contact: KeptContact }) {
  const t = useTranslations('conversation');
  return (
    <Fold summary={t('met.edit')}>
      <PartForm part="met" contactId={contact.id} fields={useMetPlans(contact)} words={useSaving()} />
    </Fold>
  );
}

/** Our note about somebody, and their tags. */
export function NoteOf({ contact, writes }: KeptProps) {
  const t = useTranslations('conversation.note');
  const words = useSaving();
  const fields = useNotePlans(contact);
  const { id, note, tags } = contact;
  if (!writes && !note && tags.length === 0) return null;
  return (
    <Section caption={t('caption')}>
      {note && <p className="whitespace-pre-line">{note}</p>}
      {tags.length > 0 && <p className="text-faint text-[13px]">{tags.join(' · ')}</p>}
      {writes && (
        <Fold summary={t(note || tags.length > 0 ? 'edit' : 'add')}>
          <PartForm part="note" contactId={id} fields={fields} words={words} />
        </Fold>
      )}
    </Section>
  );
}

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
  return { submit: ui('save'), pending: ui('saving') };
}
