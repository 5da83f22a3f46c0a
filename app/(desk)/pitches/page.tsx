import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PitchesPage } from '@/components/pitches/pitches-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('pitches') };
}

export default function Page() {
  return <PitchesPage />;
}
