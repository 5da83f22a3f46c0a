import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { DeadEnd } from '@/components/ui/dead-end';

/** What is shown where nothing is. */
export async function Lost() {
  const t = await getTranslations('frame.lost');
  return (
    <DeadEnd
      title={t('title')}
      safe={t('body')}
      acts={
        <ButtonLink href="/today" variant="first">
          {t('home')}
        </ButtonLink>
      }
    />
  );
}
