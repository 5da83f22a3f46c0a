import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page';
import { setNewPassword } from '@/lib/auth/door/actions';
import { isResetAlive } from '@/lib/auth/door/queries';
import { ActionForm } from './action-form';
import { ClosedDoor } from './closed-door';
import { useAccountPlans } from './plans';

/** Where a reset link leads. Looking at it uses nothing. */
export async function PasswordReset({ linkKey }: { linkKey: string | null }) {
  if (linkKey && (await isResetAlive(linkKey))) return <ResetForm linkKey={linkKey} />;
  const t = await getTranslations('door.reset');
  return <ClosedDoor title={t('dead_title')}>{t('dead')}</ClosedDoor>;
}

function ResetForm({ linkKey }: { linkKey: string }) {
  const t = useTranslations('door');
  const { newPassword } = useAccountPlans();
  return (
    <>
      <PageTitle lede={t('reset.lede')}>{t('reset.title')}</PageTitle>
      <div className="mt-7">
        <ActionForm
          action={setNewPassword}
          fields={[newPassword(true)]}
          hidden={{ key: linkKey }}
          submit={t('reset.submit')}
          pending={t('moment')}
        />
      </div>
    </>
  );
}
