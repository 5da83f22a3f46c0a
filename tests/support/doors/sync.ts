import { written } from '../mail/letters';
import { answering, anId, route, type DoorPlans } from './door';

function aMail(): Request {
  return new Request('http://localhost/api/v1/inbound', {
    ...{ method: 'POST', body: written({ id: 'door@museum.example', from: 'eva@museum.example' }) },
    headers: { 'content-type': 'message/rfc822', 'sec-fetch-site': 'same-origin' },
  });
}

export const doors: DoorPlans = {
  'lib/sync/asking/actions.ts': {
    answerWhose: answering('write', () => ({ question: anId(), contact: 'nobody' })),
    addWhose: answering('write', () => ({ question: anId(), name: 'Ana', organization: '' })),
    askAgain: answering('write', () => ({ question: anId() })),
    giveNow: answering('write', () => ({ question: anId() })),
  },
  'lib/sync/strangers/actions.ts': {
    addStrangerAsContact: answering('write', () => ({ question: anId() })),
    neverAskAbout: answering('write', () => ({ question: anId() })),
    askAboutAgain: answering('write', () => ({ question: anId() })),
  },
  'lib/sync/folders/actions.ts': {
    readFolder: answering('write', () => ({ id: anId(), folder: anId(), wanted: 'yes' })),
  },
  'app/(desk)/mail/[id]/as-it-came/route.ts': {
    GET: route('read', '/mail/x/as-it-came', { id: anId() }),
  },
  'app/api/v1/inbound/route.ts': { POST: { asks: 'read', call: () => [aMail()] } },
};
