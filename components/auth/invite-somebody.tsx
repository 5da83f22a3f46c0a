import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/page';
import { invite } from '@/lib/auth/team/actions';
import { ActionForm } from './action-form';
import { useLinkWords, useRoleChoices } from './plans';

/** Makes a link for somebody new. */
export function InviteSomebody() {
  const t = useTranslations('team');
  const choices = useRoleChoices();
  const linkWords = useLinkWords();
  return (
    <Section caption={t('invite.caption')}>
      <ActionForm
        action={invite}
        fields={[
          { kind: 'radios', name: 'role', label: t('invite.role'), choices, value: 'member' },
          {
            kind: 'line',
            name: 'note',
            label: t('invite.note'),
            aside: t('invite.note_aside'),
            hint: t('invite.note_hint'),
            autoComplete: 'off',
          },
        ]}
        submit={t('invite.submit')}
        pending={t('moment')}
        linkWords={linkWords}
      />
    </Section>
  );
}
