import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LogPage } from '@/components/log/log-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('log'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <LogPage asked={await searchParams} />;
}
