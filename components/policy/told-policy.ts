import type { Policy } from '@/lib/policy/policy';
import { countWord } from './count-word';
import type { useTranslations } from 'next-intl';

/** Each rule of a policy in words, in the order of the page. */
export function toldPolicy(t: ReturnType<typeof useTranslations<'policy'>>, policy: Policy) {
  return [
    { rule: 'timeZone', name: t('zone'), value: policy.timeZone.replaceAll('_', ' ') },
    {
      rule: 'followUpsNeverAnswered',
      name: t('never_answered'),
      value: t(`how_many.${countWord(policy.followUpsNeverAnswered)}`),
    },
    {
      rule: 'followUpsInConversation',
      name: t('in_conversation'),
      value: t(`how_many.${countWord(policy.followUpsInConversation)}`),
    },
    { rule: 'invitationNeeded', name: t('invitation'), value: t(`invitations.${policy.invitationNeeded}`) },
  ] as const;
}
