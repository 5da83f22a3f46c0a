import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AboutPage } from '@/components/frame/about-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('about') };
}

export default function Page() {
  return <AboutPage />;
}
