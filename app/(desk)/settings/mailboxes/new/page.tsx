import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectPage } from '@/components/mailboxes/connect-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mailboxes.new'))('title') };
}

export default function Page() {
  return <ConnectPage />;
}
