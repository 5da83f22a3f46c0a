import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActsPage } from '@/components/acts/acts-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acts'))('title') };
}

export default function Page() {
  return <ActsPage />;
}
