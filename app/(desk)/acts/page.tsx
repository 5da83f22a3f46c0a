import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActsPage } from '@/components/acts/acts-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acts'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <ActsPage asked={await searchParams} />;
}
