import { noAnswer } from '@/lib/auth/answer';
import { anId, route, type DoorPlans } from './door';

function upload(): FormData {
  const form = new FormData();
  form.set('file', new File(['name,email\nAna,ana@atelier.example\n'], 'people.csv'));
  return form;
}

export const doors: DoorPlans = {
  'lib/imports/actions.ts': { importFile: { asks: 'write', call: () => [noAnswer, upload()] } },
  'app/(desk)/import/[id]/report/route.ts': {
    GET: route('read', `/import/${anId()}/report`, { id: anId() }),
  },
};
