import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Invitation } from '@/components/auth/invitation';
import { firstOf, type Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door.invite'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <Invitation linkKey={firstOf(await searchParams, 'key')} />;
}
