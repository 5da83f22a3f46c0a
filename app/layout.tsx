import './globals.css';
import type { Metadata, Viewport } from 'next';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { TroubleWordsFrom } from '@/components/frame/trouble';
import { hasCommandKey } from '@/components/ui/key';
import { currentPreferences } from '@/lib/language/preferences';
import { fontVariables } from './fonts';

export const metadata: Metadata = {
  title: { default: 'Earshot', template: '%s · Earshot' },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // Paper, as in globals.css.
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ language, theme }, t, head] = await Promise.all([
    currentPreferences(),
    getTranslations('frame.trouble'),
    headers(),
  ]);
  const words = { title: t('title'), body: t('body'), again: t('again'), reference: t('reference') };
  return (
    <html
      lang={language}
      data-theme={theme === 'system' ? undefined : theme}
      data-command={hasCommandKey(head.get('user-agent')) || undefined}
      className={fontVariables}
    >
      <body>
        <TroubleWordsFrom words={words}>{children}</TroubleWordsFrom>
      </body>
    </html>
  );
}
