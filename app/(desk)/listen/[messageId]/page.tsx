import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ListenPage } from '@/components/replies/listen-page';
import type { Asked } from '@/lib/auth/asked';

interface Props {
  params: Promise<{ messageId: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('listen'))('title') };
}

export default async function Page({ params, searchParams }: Props) {
  const { messageId } = await params;
  if (!z.uuid().safeParse(messageId).success) notFound();
  return <ListenPage messageId={messageId} asked={await searchParams} />;
}
