import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page';
import { setUpEarshot } from '@/lib/auth/door/actions';
import { isSetUpOpen, isUnset } from '@/lib/auth/door/queries';
import { ActionForm } from './action-form';
import { ClosedDoor } from './closed-door';
import { useAccountPlans } from './plans';

/** The first page of all: it makes the owner. Looking at it uses nothing. */
export async function SetUp({ linkKey }: { linkKey: string | null }) {
  if (linkKey && (await isSetUpOpen(linkKey))) return <SetUpForm linkKey={linkKey} />;
  const t = await getTranslations('door');
  if (await isUnset()) return <PageTitle lede={t('set_up_dead.body')}>{t('set_up_dead.title')}</PageTitle>;
  return <ClosedDoor title={t('set_up_done.title')}>{t('set_up_done.body')}</ClosedDoor>;
}

function SetUpForm({ linkKey }: { linkKey: string }) {
  const t = useTranslations('door');
  const { name, email, newPassword, zone } = useAccountPlans();
  return (
    <>
      <PageTitle lede={t('set_up.lede')}>{t('set_up.title')}</PageTitle>
      <div className="mt-7">
        <ActionForm
          action={setUpEarshot}
          fields={[name(), email(), newPassword(), zone(t('set_up.zone_hint'))]}
          hidden={{ key: linkKey }}
          submit={t('set_up.submit')}
          pending={t('moment')}
        />
      </div>
    </>
  );
}
