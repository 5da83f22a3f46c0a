import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { NotYours } from '@/components/auth/not-yours';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import { firstOf, type Asked } from '@/lib/auth/asked';
import { contactById, type KeptContact } from '@/lib/contacts/queries';
import { ContactForm } from './contact-form';
import { KeptAddresses } from './kept-addresses';
import { useFieldPlans } from './field-plans';

/** Somebody new; what the address of the page says of them is filled in, and kept only when somebody says so. */
export async function NewContactPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  return mayWrite(actor) ? <NewContact asked={asked} /> : <NotYours actor={actor} takes="writer" />;
}

/** What is kept about somebody. */
export async function EditContactPage({ id }: { id: string }) {
  const actor = await actorOrSignIn();
  const contact = await contactById(actor, id);
  if (!contact) notFound();
  if (!mayWrite(actor)) {
    const word = (await getTranslations('write'))('see_person');
    return <NotYours actor={actor} takes="writer" instead={{ href: `/contacts/${id}`, word }} />;
  }
  return <EditContact contact={contact} />;
}

function NewContact({ asked }: { asked: Asked }) {
  const t = useTranslations('contact_form');
  const plans = useFieldPlans(null, (name) => firstOf(asked, name)?.slice(0, 500) ?? '');
  const words = useWords(t('submit_new'));
  return (
    <>
      <PageTitle lede={t('new_lede')}>{t('new_title')}</PageTitle>
      <ContactForm {...plans} words={words} />
    </>
  );
}

function EditContact({ contact }: { contact: KeptContact }) {
  const t = useTranslations('contact_form');
  const plans = useFieldPlans(contact);
  const words = useWords(t('submit_edit'));
  return (
    <>
      <PageTitle
        lede={t('edit_lede')}
        acts={<TextLink href={`/contacts/${contact.id}`}>{t('back')}</TextLink>}
      >
        {t('edit_title', { name: contact.name })}
      </PageTitle>
      <ContactForm contactId={contact.id} {...plans} words={words} />
      <Section caption={t('addresses')} apart>
        <KeptAddresses contact={contact} />
      </Section>
    </>
  );
}

function useWords(submit: string) {
  const t = useTranslations('contact_form');
  return { submit, pending: t('pending'), more: t('more'), share: t('share') };
}
