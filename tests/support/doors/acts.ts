import { answering, anId, route, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'lib/replies/acts/actions.ts': {
    undoLog: answering('write', () => ({ messageId: anId(), contactId: anId() })),
    undoExchange: answering('write', () => ({ contactId: anId(), first: anId(), last: anId() })),
  },
  'app/api/commands/route.ts': { GET: route('read', '/api/commands?words=ana') },
};
