import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LanguageModelPage } from '@/components/language-model/language-model-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('language_model') };
}

export default function Page() {
  return <LanguageModelPage />;
}
