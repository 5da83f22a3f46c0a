import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HeardPage } from '@/components/insight/heard-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('heard'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <HeardPage asked={await searchParams} />;
}
