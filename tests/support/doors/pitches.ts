import { answering, anId, type DoorPlans } from './door';

const pitch = { name: 'Second visit', proposal: '', to_learn: '', learnt: '' };

export const doors: DoorPlans = {
  'lib/pitches/actions.ts': {
    keepPitch: answering('write', () => pitch),
    editPitch: answering('write', () => ({ ...pitch, id: anId() })),
    putAway: answering('write', () => ({ id: anId(), archived: 'yes' })),
  },
};
