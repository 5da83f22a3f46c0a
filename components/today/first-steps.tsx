import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageTitle } from '@/components/ui/page';
import { mayOwn, mayWrite, type Actor } from '@/lib/auth/actor';
import { InviteSample } from './sample-people';

/** Before there is anybody: where to begin. */
export function FirstSteps({ actor }: { actor: Actor }) {
  const t = useTranslations('today.first');
  const title = useTranslations('today.title');
  const acts = mayWrite(actor) && (
    <>
      <ButtonLink href="/import" variant="first">
        {t('import')}
      </ButtonLink>
      <ButtonLink href="/contacts/new">{t('add')}</ButtonLink>
      <ButtonLink href="/log">{t('log')}</ButtonLink>
    </>
  );
  return (
    <>
      <PageTitle>{title('never')}</PageTitle>
      <EmptyState kind="never" title={t('title')} acts={acts}>
        {mayWrite(actor) ? t('why') : t('reader')}
      </EmptyState>
      {mayOwn(actor) && <InviteSample />}
    </>
  );
}
