import { answering, anId, plain, route, type DoorPlans } from './door';

function upload(): Request {
  const body = new FormData();
  body.set('file', new File(['name,email\nAna,ana@atelier.example\n'], 'people.csv'));
  return new Request('http://localhost/import/upload', {
    ...{ method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } },
  });
}

export const doors: DoorPlans = {
  'lib/imports/actions.ts': {
    importUpload: answering('write', () => ({ id: anId() })),
    discardUpload: plain('write', () => ({ id: anId() })),
  },
  'app/(desk)/import/upload/route.ts': { POST: { asks: 'write', call: () => [upload()] } },
  'app/(desk)/import/[id]/report/route.ts': {
    GET: route('read', `/import/${anId()}/report`, { id: anId() }),
  },
};
