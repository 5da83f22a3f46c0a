import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PasswordReset } from '@/components/auth/password-reset';
import { firstOf, type Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door.reset'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <PasswordReset linkKey={firstOf(await searchParams, 'key')} />;
}
