import type { NextAct } from '../next-act';

/** A lawful thing to do, and the page where it is done; null where one can only wait. */
export interface Act {
  readonly code: string;
  readonly url: string | null;
}

/** What may be done with a yes: answer what it answers, write, or first add an address. `url` is the contact's page. */
export function allowedAct(url: string, answersId: string | null, sendable: boolean): Act {
  if (!sendable) return { code: 'add_address', url: `${url}/edit` };
  if (answersId) return { code: 'answer', url: `${url}/write?answers=${answersId}` };
  return { code: 'write', url: `${url}/write` };
}

const waiting: ReadonlySet<NextAct['act']> = new Set([
  'wait_until',
  'wait_for_word',
  'ask_colleague',
  'read_mailbox',
]);

/** What may be done instead of a refused message. What one can do at once comes before waiting, as a free thanks does. */
export function actInstead(
  next: NextAct | undefined,
  thankFor: string | null,
  { url, site }: { url: string; site: string },
): Act | null {
  const waits = !next || waiting.has(next.act);
  if (thankFor && waits) return { code: 'thank', url: `${url}/write?answers=${thankFor}&thanks=1` };
  if (!next) return null;
  if (next.act === 'listen') return { code: next.act, url: `${site}/listen/${next.messageId}` };
  if (next.act === 'answer' || next.act === 'thank')
    return { code: next.act, url: `${url}/write?answers=${next.messageId}` };
  if (next.act === 'lift_rest') return { code: next.act, url };
  if (next.act === 'look') return { code: next.act, url };
  if (next.act === 'catch_up') return { code: next.act, url: `${site}/listen` };
  if (next.act === 'answer_others') return { code: next.act, url: `${site}/today?tab=your_turn` };
  return { code: next.act, url: waits ? null : `${url}/write` };
}
