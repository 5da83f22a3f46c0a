import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { EditContactPage } from '@/components/contacts/edit-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact_form'))('more') };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { data } = z.uuid().safeParse((await params).id);
  if (!data) notFound();
  return <EditContactPage id={data} />;
}
