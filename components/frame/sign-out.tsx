import { useTranslations } from 'next-intl';
import { signOut } from '@/lib/auth/door/actions';

/** The way out; a form, since a link must not change anything. */
export function SignOut() {
  const t = useTranslations('frame');
  return (
    <form action={signOut} className="switch">
      <button>{t('sign_out')}</button>
    </form>
  );
}
