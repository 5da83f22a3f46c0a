import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { PageTitle, Section, TextLink } from '@/components/ui/page';
import { actorOrSignIn, mayWrite } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { ConnectForm } from './connect-form';
import { useServerPlans } from './server-plans';
import { SignedInThere } from './signed-in-there';

/** Connects a mailbox: its address, its password, and in plain words who will see what. */
export async function ConnectPage({ asked }: { asked: Asked }) {
  const actor = await actorOrSignIn();
  if (!mayWrite(actor)) redirect('/settings/mailboxes');
  const t = await getTranslations('mailboxes');
  return (
    <>
      <p className="row-where mb-2">
        <TextLink href="/settings/mailboxes">{t('back')}</TextLink>
      </p>
      <PageTitle lede={t('new.lede')}>{t('new.title')}</PageTitle>
      <SignedInThere {...{ actor, asked }} />
      <Form />
      <Section caption={t('sees.caption')} apart>
        <ul className="lede list-disc space-y-2 pl-5">
          <li>{t('sees.contacts')}</li>
          <li>{t('sees.others')}</li>
          <li>{t('sees.untouched')}</li>
          <li>{t('sees.password')}</li>
        </ul>
      </Section>
    </>
  );
}

function Form() {
  const t = useTranslations('mailboxes.new');
  const oauth = useTranslations('mailboxes.oauth');
  const plans = useServerPlans();
  return (
    <ConnectForm
      plans={plans}
      words={{
        ...{
          email: t('email'),
          next: t('next'),
          other: t('other'),
          servers: t('servers'),
          asking: t('asking'),
        },
        ...{
          password: t('password'),
          passwordHint: t('password_hint'),
          submit: t('submit'),
          trying: t('trying'),
        },
        ask: String(t.raw('ask')),
        signIn: { google: oauth('google'), microsoft: oauth('microsoft') },
        ...{ leaving: oauth('leaving'), orPassword: oauth('or_password') },
      }}
    />
  );
}
