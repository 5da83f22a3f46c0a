import type { Why, Words } from './choice';
import type { Channel } from '@/generated/prisma/client';
import type { Reason } from './verdict';

/** More people than this may not wait unheard. */
const mayWait = 5;

/** What waits with whoever is in debt. */
export function whatWaits({ people = 0, asked = 0 }: Reason): 'debt_unheard' | 'debt_owed' | 'debt_both' {
  if (asked === 0) return 'debt_unheard';
  return people > mayWait ? 'debt_both' : 'debt_owed';
}

/** What is to be done where an answer would arrive: look there, have the mailbox read, or both. */
export function toHear({ routes = [] }: Pick<Reason, 'routes'>): 'look' | 'mailbox' | 'both' {
  const look = routes.some(({ to_do }) => to_do === 'look');
  const mailbox = routes.some(({ to_do }) => to_do === 'mailbox');
  return mailbox ? (look ? 'both' : 'mailbox') : 'look';
}

const opensOnce = { look: 'looked', mailbox: 'read', both: 'looked_and_read' } as const;

/** Why nobody would know of an answer, and what opens that. */
export function deafness(reason: Reason): { why: Why; opens: keyof Words['opens'] } {
  const act = toHear(reason);
  return { why: { found: `deaf_${act}` }, opens: opensOnce[act] };
}

/** The channels on which somebody has to look. */
export function lookedAt({ routes = [] }: Pick<Reason, 'routes'>): Channel[] {
  return routes.filter(({ to_do }) => to_do === 'look').map(({ channel }) => channel);
}
