import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NumbersPage } from '@/components/insight/numbers-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('numbers') };
}

export default function Page() {
  return <NumbersPage />;
}
