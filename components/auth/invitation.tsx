import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '@/components/ui/page';
import { joinTeam } from '@/lib/auth/door/actions';
import { roleOfInvitation } from '@/lib/auth/door/queries';
import type { Actor } from '@/lib/auth/mint';
import { ActionForm } from './action-form';
import { ClosedDoor } from './closed-door';
import { useAccountPlans } from './plans';

/** Where an invitation leads. Looking at it uses nothing: mail scanners open every link. */
export async function Invitation({ linkKey }: { linkKey: string | null }) {
  const role = linkKey ? await roleOfInvitation(linkKey) : null;
  if (linkKey && role) return <JoinForm linkKey={linkKey} role={role} />;
  const t = await getTranslations('door.invite');
  return <ClosedDoor title={t('dead_title')}>{t('dead')}</ClosedDoor>;
}

function JoinForm({ linkKey, role }: { linkKey: string; role: Actor['role'] }) {
  const t = useTranslations('door');
  const words = useTranslations('account');
  const { name, email, newPassword, zone } = useAccountPlans();
  return (
    <>
      <PageTitle lede={t('invite.lede', { role: words(`roles.${role}`) })}>{t('invite.title')}</PageTitle>
      <div className="mt-7">
        <ActionForm
          action={joinTeam}
          fields={[name(), email(), newPassword(), zone(t('invite.zone_hint'))]}
          hidden={{ key: linkKey }}
          submit={t('invite.submit')}
          pending={t('moment')}
        />
      </div>
    </>
  );
}
