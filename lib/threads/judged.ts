/** A reason of the law, as far as a message that has already gone out asks. */
export interface ReasonThen {
  readonly code: string;
  /** When it was recorded. */
  readonly since: Date | null;
  /** When the words were spoken on which it rests. */
  readonly spokenAt: Date | null;
}

/**
 * The codes with which the law would have refused a message that left at `at`: what stood before it. A no spoken
 * later had not been said; a reply that nobody has heard is asked for on its own, since answering it proves reading.
 */
export function refusedThen(reasons: readonly ReasonThen[], at: Date): string[] {
  const stood = reasons.filter(({ code, since, spokenAt }) => {
    const from = spokenAt ?? since;
    return code !== 'unheard_reply' && (from === null || from <= at);
  });
  return [...new Set(stood.map(({ code }) => code))];
}
