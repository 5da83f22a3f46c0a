import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContactsPage } from '@/components/contacts/contacts-page';
import type { Asked } from '@/lib/auth/asked';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('contacts') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  return <ContactsPage asked={await searchParams} />;
}
