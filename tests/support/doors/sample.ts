import { answering, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/sample/actions.ts': { inviteSample: answering('own'), showSampleOut: answering('own') },
};
