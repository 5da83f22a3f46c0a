import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewContactPage } from '@/components/contacts/edit-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact_form'))('new_title') };
}

export default function Page() {
  return <NewContactPage />;
}
