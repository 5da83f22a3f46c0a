import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailPage } from '@/components/mail/mail-page';
import type { Asked } from '@/lib/auth/asked';

interface Place {
  params: Promise<{ id: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.came'))('title') };
}

export default async function Page({ params, searchParams }: Place) {
  return <MailPage id={(await params).id} asked={await searchParams} />;
}
