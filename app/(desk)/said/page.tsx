import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SaidPage } from '@/components/insight/said-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('said'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <SaidPage asked={await searchParams} />;
}
