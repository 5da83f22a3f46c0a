import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '@/components/imports/import-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('import') };
}

export default function Page() {
  return <ImportPage />;
}
