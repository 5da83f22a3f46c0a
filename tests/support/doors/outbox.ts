import { noAnswer } from '@/lib/auth/answer';
import { aContact } from '../talk';
import { anId, answering, form, plain, type DoorPlans } from './door';

function asTyped(): Request {
  return new Request('http://localhost/contacts/x/write/keep', {
    ...{ method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } },
    body: form({ contactId: anId(), body: '' }),
  });
}

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
  'app/(desk)/contacts/[id]/write/keep/route.ts': { POST: { asks: 'write', call: () => [asTyped()] } },
  'lib/outbox/templates/actions.ts': {
    keepTemplate: answering('write', () => ({ name: 'Half an hour', subject: '', body: 'What is hardest?' })),
    dropTemplate: answering('write', () => ({ id: anId() })),
  },
};
