import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ReportPage } from '@/components/imports/report-page';
import type { Asked } from '@/lib/auth/asked';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('report') };
}

export default async function Page({ params, searchParams }: Props) {
  const { data } = z.uuid().safeParse((await params).id);
  if (!data) notFound();
  return <ReportPage id={data} asked={await searchParams} />;
}
