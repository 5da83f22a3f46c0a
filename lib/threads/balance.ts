/** One turn, as far as the balance of a conversation asks: whose, when, how many words. */
export interface TurnTaken {
  readonly by: 'them' | 'us';
  readonly at: Date;
  readonly dayOnly: boolean;
  readonly words: number;
}

/** Whether it is a conversation or a monologue. */
export interface ConversationBalance {
  readonly turns: number;
  readonly theirs: number;
  readonly ours: number;
  readonly lastBy: 'them' | 'us' | null;
  /** How much of what was said is theirs: 0 to 100; null when no word was said. */
  readonly percentTheirs: number | null;
  /** Half of their answers came sooner, in milliseconds; null while there are fewer than three with a known hour. */
  readonly theyAnswerIn: number | null;
  readonly weAnswerIn: number | null;
}

/** Weighs the turns of one timeline, oldest first. */
export function balanceOf(turns: readonly TurnTaken[]): ConversationBalance {
  const theirs = turns.filter(({ by }) => by === 'them');
  const words = total(turns);
  return {
    turns: turns.length,
    theirs: theirs.length,
    ours: turns.length - theirs.length,
    lastBy: turns.at(-1)?.by ?? null,
    percentTheirs: words === 0 ? null : Math.round((100 * total(theirs)) / words),
    theyAnswerIn: median(waits(turns, 'them')),
    weAnswerIn: median(waits(turns, 'us')),
  };
}

const total = (turns: readonly TurnTaken[]) => turns.reduce((sum, { words }) => sum + words, 0);

// From the first message that waited to the answer: a second message while waiting does not make the answer quicker.
function waits(turns: readonly TurnTaken[], by: 'them' | 'us'): number[] {
  const found: number[] = [];
  let asked: TurnTaken | null = null;
  for (const turn of turns) {
    if (turn.by !== by) asked ??= turn;
    else {
      if (asked && !asked.dayOnly && !turn.dayOnly) found.push(turn.at.getTime() - asked.at.getTime());
      asked = null;
    }
  }
  return found;
}

// One answer is an event, two are a coincidence: a habit is said of three.
const habit = 3;

function median(values: readonly number[]): number | null {
  if (values.length < habit) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
