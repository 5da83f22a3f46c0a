import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewContactPage } from '@/components/contacts/edit-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact_form'))('new_title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <NewContactPage asked={await searchParams} />;
}
