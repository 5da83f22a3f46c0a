import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailboxPage } from '@/components/mailboxes/mailbox-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('mailboxes') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <MailboxPage id={(await params).id} />;
}
