import { noAnswer } from '@/lib/auth/answer';
import { aContact } from '../talk';
import { anId, form, plain, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/outbox/actions.ts': {
    write: {
      asks: 'write',
      call: async () => [
        noAnswer,
        form({ contactId: await aContact(), body: 'What would help you most?', intent: 'keep' }),
      ],
    },
    sayWhatBecame: plain('write', () => ({ messageId: anId(), became: 'sent', then: 'stay' })),
  },
};
