import type { Case } from './reasons';

/** A pitch to somebody who never said a word and did not ask for it by how we met. */
export function needsInvitation({ facts, talk, wish }: Pick<Case, 'facts' | 'talk' | 'wish'>): boolean {
  if (wish.pitch === null || talk.replies.length > 0) return false;
  const { how, named } = facts.contacts.get(talk.who)?.met ?? { how: 'unknown', named: false };
  if (how === 'wrote_first') return false;
  return !(named && (how === 'in_person' || how === 'event' || how === 'introduced'));
}
