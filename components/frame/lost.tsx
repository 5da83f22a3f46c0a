import { getTranslations } from 'next-intl/server';
import { Acts, ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page';

/** What is shown where nothing is. */
export async function Lost() {
  const t = await getTranslations('frame.lost');
  return (
    <>
      <PageTitle lede={t('body')}>{t('title')}</PageTitle>
      <div className="mt-5">
        <Acts>
          <ButtonLink href="/today" variant="first">
            {t('home')}
          </ButtonLink>
        </Acts>
      </div>
    </>
  );
}
