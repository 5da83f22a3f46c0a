import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TwinsPage } from '@/components/contacts/twins-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('twins'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <TwinsPage asked={await searchParams} />;
}
