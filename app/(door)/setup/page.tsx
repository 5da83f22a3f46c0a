import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetUp } from '@/components/auth/set-up';
import { firstOf, type Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door.set_up'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <SetUp linkKey={firstOf(await searchParams, 'key')} />;
}
