import { useTranslations } from 'next-intl';
import { redirect } from 'next/navigation';
import { PageTitle } from '@/components/ui/page';
import { signIn } from '@/lib/auth/door/actions';
import { isUnset } from '@/lib/auth/door/queries';
import { wayIn } from '@/lib/auth/way';
import { signedIn, wasEnded } from '@/lib/session/session';
import { ActionForm } from './action-form';
import { useAccountPlans } from './plans';

/** Where one signs in; somebody who already is goes on to where they wanted. */
export async function SignIn({ next }: { next: string | null }) {
  const [account, unset, ended] = await Promise.all([signedIn(), isUnset(), wasEnded()]);
  if (account) redirect(wayIn(next));
  return unset ? <NobodyYet /> : <SignInForm next={next} ended={ended} />;
}

function NobodyYet() {
  const t = useTranslations('door.sign_in');
  return <PageTitle lede={t('unset')}>{t('unset_title')}</PageTitle>;
}

function SignInForm({ next, ended }: { next: string | null; ended: boolean }) {
  const t = useTranslations('door');
  const { email, password } = useAccountPlans();
  return (
    <>
      <PageTitle lede={ended && t('sign_in.ended')}>{t('sign_in.title')}</PageTitle>
      <div className="mt-7">
        <ActionForm
          action={signIn}
          fields={[email(), password()]}
          hidden={next ? { next } : {}}
          submit={t('sign_in.submit')}
          pending={t('moment')}
        />
      </div>
      <p className="text-faint mt-9 text-[13px]">{t('sign_in.forgotten')}</p>
    </>
  );
}
