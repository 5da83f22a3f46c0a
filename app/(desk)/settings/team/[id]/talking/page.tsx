import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TalkingPage } from '@/components/insight/talking-page';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('team') };
}

export default async function Page({ params, searchParams }: Props) {
  return <TalkingPage id={(await params).id} asked={await searchParams} />;
}
