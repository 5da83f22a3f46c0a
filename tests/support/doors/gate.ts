import { answering, anId, route, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/gate/actions.ts': {
    withdraw: answering('own', () => ({ id: anId(), reason: 'it was said to somebody else' })),
    liftStop: answering('own', () => ({ id: anId(), messageId: anId(), words: 'do write to me' })),
    endRest: answering('write', () => ({ id: anId() })),
  },
  'app/(desk)/gate-log/export/route.ts': { GET: route('write', '/gate-log/export?kind=refused') },
};
