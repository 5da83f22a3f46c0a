import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailboxesPage } from '@/components/mailboxes/mailboxes-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('mailboxes') };
}

export default function Page() {
  return <MailboxesPage />;
}
