import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailboxesPage } from '@/components/mailboxes/mailboxes-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('mailboxes') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <MailboxesPage asked={await searchParams} />;
}
