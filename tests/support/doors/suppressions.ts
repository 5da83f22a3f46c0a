import { answering, anId, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/suppressions/actions.ts': {
    closeAddress: answering('write', () => ({ addressId: anId(), reason: 'it bounced' })),
    closeTyped: answering('write', () => ({
      what: 'email',
      typed: 'ana@marea.example',
      reason: 'she asked us to',
    })),
    openAgain: answering('own', () => ({ id: anId(), reason: 'typed by mistake' })),
  },
};
