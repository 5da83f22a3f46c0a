import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QuestionsPage } from '@/components/mail/questions-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <QuestionsPage asked={await searchParams} />;
}
