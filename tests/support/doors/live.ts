import { route, type DoorPlans } from './door';

export const doors: DoorPlans = {
  'app/api/live/route.ts': { GET: route('read', '/api/live?since=0') },
};
