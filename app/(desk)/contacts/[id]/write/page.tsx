import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WritePage } from '@/components/write/write-page';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gate.act'))('write') };
}

export default async function Page({ params, searchParams }: Props) {
  return <WritePage contactId={(await params).id} search={await searchParams} />;
}
