import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Long } from '@/components/ui/said';
import { isLong } from './long';

/** Words with a way to all of them where they are long. */
export function Folded({ text, children }: { text: string; children: ReactNode }) {
  const t = useTranslations('listen');
  return isLong(text) ? <Long more={t('show_all')}>{children}</Long> : children;
}
