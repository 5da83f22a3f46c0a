import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ToPage } from '@/components/gate/to-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('check.page'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <ToPage asked={await searchParams} />;
}
