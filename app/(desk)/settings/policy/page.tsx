import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PolicyPage } from '@/components/policy/policy-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('policy') };
}

export default function Page() {
  return <PolicyPage />;
}
