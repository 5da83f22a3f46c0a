import { noAnswer } from '@/lib/auth/answer';
import { aContact } from '../talk';
import { answering, anId, form, type DoorPlans } from './door';

export const doors: DoorPlans = {
  // A place that is never asked, so that nobody is.
  'lib/replies/language-model/actions.ts': {
    setModel: answering('own', () => ({
      ...{ baseUrl: 'http://169.254.169.254/v1', model: 'small', password: '', intent: 'try' },
    })),
    unsetModel: answering('own', () => ({ intent: 'off' })),
  },
  'lib/replies/actions.ts': {
    hearReply: answering('write', () => ({ messageId: anId(), outcome: 'other' })),
    undoHearing: answering('write', () => ({ messageId: anId() })),
    linkNamed: answering('write', () => ({ messageId: anId(), referral: anId(), referralId: anId() })),
    addAndLog: answering('write', () => ({ name: 'Ana', organization: '', address: '' })),
    logSomething: {
      asks: 'write',
      call: async () => [
        noAnswer,
        form({
          ...{ contactId: await aContact(), kind: 'message', direction: 'inbound', channel: 'linkedin' },
          ...{ day: '2026-01-05', body: 'Thank you, not now.' },
        }),
      ],
    },
    takeBack: answering('write', () => ({ contactId: anId(), messageId: anId(), reason: 'logged twice' })),
    finish: answering('write', () => ({ contactId: anId() })),
    needsNoAnswer: answering('write', () => ({ contactId: anId(), messageId: anId() })),
    letRest: {
      asks: 'write',
      call: async () => [noAnswer, form({ contactId: await aContact(), until: '2099-01-05' })],
    },
  },
  'lib/replies/exchange/actions.ts': {
    readExchange: { asks: 'write', call: () => [{ text: 'Ana: hello\nMe: hi', contactId: null }] },
    findPeople: { asks: 'write', call: () => ['Ana'] },
    addPerson: { asks: 'write', call: () => [{ name: 'Ana' }] },
    logPasted: {
      asks: 'write',
      call: async () => [noAnswer, form({ exchange: JSON.stringify(await anExchange()) })],
    },
  },
};

async function anExchange() {
  const said = { kind: 'message', direction: 'inbound', channel: 'linkedin', addressId: '' };
  const rest = { day: '2026-01-05', hour: '', subject: '', body: 'Thank you, not now.', outcome: '' };
  return { contactId: await aContact(), turns: [{ ...said, ...rest }] };
}
