import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { TroubleWordsFrom } from '@/components/frame/trouble';
import { currentPreferences } from '@/lib/language/preferences';
import { fontVariables } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Earshot', template: '%s · Earshot' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ language, theme }, t] = await Promise.all([
    currentPreferences(),
    getTranslations('frame.trouble'),
  ]);
  const words = { title: t('title'), body: t('body'), again: t('again'), reference: t('reference') };
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme} className={fontVariables}>
      <body>
        <TroubleWordsFrom words={words}>{children}</TroubleWordsFrom>
      </body>
    </html>
  );
}
