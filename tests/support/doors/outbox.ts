import { noAnswer } from '@/lib/auth/answer';
import { aContact } from '../talk';
import { anId, answering, form, plain, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/outbox/actions.ts': {
    write: {
      asks: 'write',
      call: async () => [
        noAnswer,
        form({ contactId: await aContact(), body: 'What would help you most?', intent: 'keep' }),
      ],
    },
    keepAsTyped: {
      asks: 'write',
      call: async () => [form({ contactId: await aContact(), body: 'What would help you most?' })],
    },
    sayWhatBecame: plain('write', () => ({ messageId: anId(), became: 'sent', then: 'stay' })),
  },
  'lib/outbox/templates/actions.ts': {
    keepTemplate: answering('write', () => ({ name: 'Half an hour', subject: '', body: 'What is hardest?' })),
    dropTemplate: answering('write', () => ({ id: anId() })),
  },
};
