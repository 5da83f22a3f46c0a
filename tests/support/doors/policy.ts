import { answering, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/policy/actions.ts': {
    decide: answering('own', () => ({
      timeZone: 'Europe/Madrid',
      followUpsNeverAnswered: '1',
      followUpsInConversation: '1',
      invitationNeeded: 'block',
    })),
  },
};
