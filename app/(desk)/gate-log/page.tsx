import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LogPage } from '@/components/gate/log-page';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('gate_log') };
}

export default async function Page({ searchParams }: Props) {
  return <LogPage search={await searchParams} />;
}
