import { answering, anId, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/keeping/many/actions.ts': {
    withChosen: answering('write', () => ({ chosen: anId(), act: 'tag', tag: 'swimmers' })),
  },
};
