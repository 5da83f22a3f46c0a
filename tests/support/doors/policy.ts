import { policyText } from '@/lib/policy/asked';
import { defaultPolicy } from '@/lib/policy/policy';
import { answering, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/policy/actions.ts': {
    decide: answering('own', () => ({
      policy: policyText({
        timeZone: 'Europe/Madrid',
        followUpsNeverAnswered: 1,
        followUpsInConversation: 1,
        invitationNeeded: 'block',
      }),
      seen: policyText(defaultPolicy),
    })),
  },
};
