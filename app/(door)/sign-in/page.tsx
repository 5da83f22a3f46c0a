import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignIn } from '@/components/auth/sign-in';
import { firstOf, type Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('door.sign_in'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <SignIn next={firstOf(await searchParams, 'next')} />;
}
