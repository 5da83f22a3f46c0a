import { useTranslations } from 'next-intl';
import { PageTitle } from '@/components/ui/page';

/** What a reader meets on a page that only serves those who write. */
export function ReadersOnly() {
  return <PageTitle>{useTranslations('write')('reader')}</PageTitle>;
}
