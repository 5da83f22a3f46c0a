import type { SuggestOutcome } from './outcome';

/** The part of a suggestion that its place in Listen rests on. */
interface Ordered {
  readonly outcome: SuggestOutcome | null;
  readonly sure: number;
}

const places: Readonly<Record<SuggestOutcome | 'untold', number>> = {
  opted_out: 7,
  declined: 6,
  later: 5,
  wrong_person: 4,
  untold: 3,
  question: 2,
  interested: 1,
  other: 0,
};

/**
 * How much harm waiting does, for ordering Listen: the higher, the earlier. First what stops a person (opt-outs, then
 * noes, not-nows, wrong persons), then what could not be told and may be any of these, then those who wait for an
 * answer, last what asks for nothing. Among equals the surer first; the whole number is the outcome's, the rest `sure`.
 */
export function harmOf({ outcome, sure }: Ordered): number {
  return places[outcome ?? 'untold'] + Math.min(0.99, Math.max(0, sure));
}
