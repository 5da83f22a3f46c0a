import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Asked } from '@/lib/auth/asked';
import { PolicyPage } from '@/components/policy/policy-page';

interface Props {
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('policy') };
}

export default async function Page({ searchParams }: Props) {
  return <PolicyPage asked={await searchParams} />;
}
