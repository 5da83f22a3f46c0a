/** What one week held. */
export interface WeekSpoken {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly week: string;
  /** Messages and words of theirs. */
  readonly replies: number;
  readonly wordsIn: number;
  /** Messages and words of ours. */
  readonly messages: number;
  readonly wordsOut: number;
}

/** All weeks together. */
export function totalOf(weeks: readonly WeekSpoken[]): Omit<WeekSpoken, 'week'> {
  const sum = (of: (week: WeekSpoken) => number) => weeks.reduce((total, week) => total + of(week), 0);
  return {
    replies: sum(({ replies }) => replies),
    wordsIn: sum(({ wordsIn }) => wordsIn),
    messages: sum(({ messages }) => messages),
    wordsOut: sum(({ wordsOut }) => wordsOut),
  };
}

/** How many words of theirs come to a hundred of ours; null while we said none. */
export function heardPerHundred({
  wordsIn,
  wordsOut,
}: Pick<WeekSpoken, 'wordsIn' | 'wordsOut'>): number | null {
  return wordsOut === 0 ? null : Math.round((100 * wordsIn) / wordsOut);
}
