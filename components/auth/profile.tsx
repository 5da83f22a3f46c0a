import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { KeysSwitch, ThemeSwitch } from '@/components/frame/switches';
import { PageTitle, Section } from '@/components/ui/page';
import { Facts } from '@/components/ui/table';
import { actorOrSignIn, type Actor } from '@/lib/auth/actor';
import { changeMyPassword, saveMyProfile } from '@/lib/auth/profile/actions';
import { emailOf } from '@/lib/auth/profile/queries';
import { languages } from '@/lib/language/language';
import { currentPreferences } from '@/lib/language/preferences';
import { ActionForm } from './action-form';
import { useAccountPlans } from './plans';
import { Sessions } from './sessions';

const languageNames = { en: 'English', es: 'Español' } as const;

/** What is somebody's own: how they are called and spoken to, their password, where they are signed in. */
export async function Profile() {
  const actor = await actorOrSignIn();
  const [email, { theme, keys }, t, frame] = await Promise.all([
    emailOf(actor),
    currentPreferences(),
    getTranslations('profile'),
    getTranslations('frame'),
  ]);
  return (
    <>
      <PageTitle lede={t.rich('lede', { email, b: (words) => <b>{words}</b> })}>{t('title')}</PageTitle>
      <You actor={actor} />
      <Section caption={t('looks')}>
        <Facts
          facts={[
            { name: frame('theme.label'), value: <ThemeSwitch theme={theme} /> },
            { name: t('keys'), value: <KeysSwitch keys={keys} /> },
          ]}
        />
        <p className="hint mt-2">{frame('keys.single')}</p>
      </Section>
      <Password />
      <Sessions actor={actor} />
    </>
  );
}

function You({ actor }: { actor: Actor }) {
  const t = useTranslations('profile');
  const words = useTranslations('account');
  const { name, zone } = useAccountPlans();
  const choices = languages.map((language) => ({ value: language, label: languageNames[language] }));
  return (
    <Section caption={t('you')} apart>
      <ActionForm
        action={saveMyProfile}
        fields={[
          name(actor.name),
          { kind: 'list', name: 'language', label: words('language'), choices, value: actor.language },
          zone(t('zone_hint'), actor.timeZone, false),
        ]}
        submit={t('save')}
        pending={t('moment')}
      />
    </Section>
  );
}

function Password() {
  const t = useTranslations('profile');
  const { current, newPassword } = useAccountPlans();
  return (
    <Section caption={t('password')}>
      <ActionForm
        action={changeMyPassword}
        fields={[current(), newPassword(true)]}
        submit={t('change')}
        pending={t('moment')}
        variant="plain"
      />
    </Section>
  );
}
