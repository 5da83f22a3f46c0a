import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { DeadEnd } from '@/components/ui/dead-end';

/** A link that opens nothing: why, and what to do instead. */
export async function ClosedDoor({ title, children }: { title: string; children: ReactNode }) {
  const t = await getTranslations('door');
  return (
    <DeadEnd
      title={title}
      safe={children}
      acts={
        <ButtonLink href="/sign-in" variant="first">
          {t('to_sign_in')}
        </ButtonLink>
      }
    />
  );
}
