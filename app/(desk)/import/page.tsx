import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportPage } from '@/components/imports/import-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('import') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <ImportPage asked={await searchParams} />;
}
