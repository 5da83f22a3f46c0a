import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TemplatesPage } from '@/components/write/templates-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('templates') };
}

export default function Page() {
  return <TemplatesPage />;
}
