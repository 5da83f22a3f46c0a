import { answering, anId, route, type DoorPlans } from './door';

function aCheck(): Request {
  return new Request('http://localhost/api/v1/gate/check', {
    ...{ method: 'POST', body: JSON.stringify({ email: 'ana@atelier.example' }) },
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  });
}

export const doors: DoorPlans = {
  'lib/gate/actions.ts': {
    liftStop: answering('own', () => ({ id: anId(), messageId: anId(), words: 'do write to me' })),
    endRest: answering('write', () => ({ id: anId() })),
  },
  'lib/gate/attempts/actions.ts': {
    pressRefused: answering('write', () => ({ contactId: anId(), channel: 'email', newFact: '' })),
  },
  'lib/gate/lifting/actions.ts': {
    sayLooked: answering('write', () => ({ channels: 'linkedin x' })),
    giveConversation: answering('write', () => ({ contactId: anId(), toId: anId(), note: '' })),
    giveConversations: answering('own', () => ({ fromId: anId(), toId: anId(), note: '' })),
    makeException: answering('write', () => ({
      ...{ contactId: anId(), toId: anId(), reasons: 'awaiting_reply' },
      newFact: 'The museum has opened a second house.',
    })),
    takeBackClosers: answering('own', () => ({ messageId: anId(), reason: 'it was somebody else' })),
    sayWhoSpeaksNow: answering('own', () => ({ id: anId(), contactId: anId() })),
  },
  'app/api/v1/gate/check/route.ts': { POST: { asks: 'read', call: () => [aCheck()] } },
  'app/(desk)/gate-log/export/route.ts': { GET: route('write', '/gate-log/export?kind=refused') },
};
