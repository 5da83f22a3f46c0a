import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectPage } from '@/components/mailboxes/connect-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mailboxes.new'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <ConnectPage asked={await searchParams} />;
}
