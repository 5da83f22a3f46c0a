import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TodayPage } from '@/components/today/today-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('today') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <TodayPage asked={await searchParams} />;
}
