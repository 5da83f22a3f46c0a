import type { WebFault } from '@/lib/web/fault';

/** Why a language model did not help. Each has its sentence in the `language_model` messages, under `faults`. */
export const modelFaults = [
  'host_unknown',
  'https_needed',
  'not_answering',
  'too_slow',
  'certificate_wrong',
  'too_large',
  'key_wrong',
  'not_found',
  'moved',
  'too_many',
  'refused',
  'broken',
  'not_usable',
  'reads_wrongly',
  'secret_locked',
] as const satisfies readonly (WebFault | string)[];

export type ModelFault = (typeof modelFaults)[number];

/** What a code of the database means; one of another version is `broken`. */
export function asModelFault(code: string): ModelFault {
  return modelFaults.find((fault) => fault === code) ?? 'broken';
}

/** What a status other than 200 comes to (RFC 9110 §15). */
export function faultOfStatus(status: number): ModelFault {
  if (status >= 300 && status < 400) return 'moved';
  if (status === 401 || status === 403) return 'key_wrong';
  if (status === 404 || status === 405) return 'not_found';
  if (status === 408) return 'too_slow';
  if (status === 429) return 'too_many';
  return status >= 400 && status < 500 ? 'refused' : 'broken';
}

/** Faults that may lie in the one reply that was asked about: it is not asked about again. */
export function isOfTheReply(fault: ModelFault): boolean {
  return fault === 'not_usable' || fault === 'too_slow' || fault === 'too_large' || fault === 'refused';
}

// What asking again does not cure: somebody has to change something first.
const lasting: readonly ModelFault[] = [
  'https_needed',
  'certificate_wrong',
  'key_wrong',
  'not_found',
  'moved',
  'secret_locked',
];

/** Failures in a row after which the model is left in peace for longer. */
const mostInARow = 5;
const longRest = 15 * 60;
const longestAsked = 60 * 60;

/**
 * Seconds until a model that failed is asked again: five, ten, twenty and so on; after five failures in a row, or a
 * failure that lasts, a quarter of an hour, and then once. A server that names its own time gets at least that, up to
 * an hour. `dice` from 0 to 1 spreads them by a fifth.
 */
export function secondsToRest(
  { failures, fault, retryAfter }: { failures: number; fault: ModelFault; retryAfter: number | null },
  dice: number,
): number {
  const isOpen = failures >= mostInARow || lasting.includes(fault);
  const own = isOpen ? longRest : 5 * 2 ** (failures - 1);
  return Math.round(Math.max(own * (0.9 + dice / 5), Math.min(retryAfter ?? 0, longestAsked)));
}
