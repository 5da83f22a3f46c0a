import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { PageTitle } from '@/components/ui/page';

/** A link that opens nothing: why, and what to do instead. */
export async function ClosedDoor({ title, children }: { title: string; children: ReactNode }) {
  const t = await getTranslations('door');
  return (
    <>
      <PageTitle lede={children}>{title}</PageTitle>
      <div className="acts mt-6">
        <ButtonLink href="/sign-in" variant="first">
          {t('to_sign_in')}
        </ButtonLink>
      </div>
    </>
  );
}
