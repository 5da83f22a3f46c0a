import { written } from '../mail/letters';
import type { DoorPlans } from './door';

function aMail(): Request {
  return new Request('http://localhost/api/v1/inbound', {
    ...{ method: 'POST', body: written({ id: 'door@museum.example', from: 'eva@museum.example' }) },
    headers: { 'content-type': 'message/rfc822', 'sec-fetch-site': 'same-origin' },
  });
}

export const doors: DoorPlans = {
  'app/api/v1/inbound/route.ts': { POST: { asks: 'read', call: () => [aMail()] } },
};
