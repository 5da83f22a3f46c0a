import { setTimeout as wait } from 'node:timers/promises';
import type { WebResolving } from '@/lib/web/ask';
import { askModel, type ModelAt } from './ask-model';
import type { ModelFault } from './fault';

/** A reply of nobody's, written for this: kind words around a stop. */
const example = {
  text: 'Thank you, it sounds lovely, but we have all we need. Please take me off your list and do not write to me again.',
  channel: 'email',
  sentOn: '2026-03-02',
};

interface Patience {
  /** Milliseconds for the answer; a model that is loaded first takes its time. */
  readonly whole: number;
  /** Milliseconds before which no failure is reported, so that nobody learns much about ports by asking. */
  readonly floor: number;
}

const usual: Patience = { whole: 60_000, floor: 1_500 };

/**
 * Asks a model about an example, never about anybody's words. Null when it answers as it should; one that takes a stop
 * with kind words around it for neither a stop nor a no is of no use here.
 */
export async function tryModel(
  at: ModelAt,
  resolving: WebResolving = {},
  { whole, floor }: Patience = usual,
): Promise<ModelFault | null> {
  const soonest = wait(floor, undefined, { ref: false });
  const answer = await askModel(at, example, { whole }, resolving);
  if (answer.ok) {
    const { outcome } = answer.opinion;
    return outcome === 'opted_out' || outcome === 'declined' ? null : 'reads_wrongly';
  }
  await soonest;
  return answer.fault;
}
