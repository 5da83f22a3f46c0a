import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailboxPage } from '@/components/mailboxes/mailbox-page';
import type { Asked } from '@/lib/auth/asked';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('mailboxes') };
}

export default async function Page({ params, searchParams }: Props) {
  return <MailboxPage id={(await params).id} asked={await searchParams} />;
}
