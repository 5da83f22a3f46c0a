/** One turn, as far as the balance of a conversation asks: whose, when, how many words. */
export interface TurnTaken {
  readonly by: 'them' | 'us';
  readonly at: Date;
  readonly dayOnly: boolean;
  readonly words: number;
  /** There is a question in it. */
  readonly asks: boolean;
}

/** What one side gave to a conversation. */
export interface Side {
  readonly turns: number;
  readonly words: number;
  /** Turns with a question in them, and after how many of those the other side spoke. */
  readonly asked: number;
  readonly answered: number;
  /** Half of their answers came sooner, in milliseconds; null while there are fewer than three with a known hour. */
  readonly answersIn: number | null;
}

/** Whether it is a conversation or a monologue. */
export interface ConversationBalance {
  readonly turns: number;
  readonly theirs: Side;
  readonly ours: Side;
  readonly lastBy: 'them' | 'us' | null;
  /** How much of what was said is theirs: 0 to 100; null when no word was said. */
  readonly percentTheirs: number | null;
}

/** Weighs the turns of one timeline, oldest first. */
export function balanceOf(turns: readonly TurnTaken[]): ConversationBalance {
  const [theirs, ours] = [sideOf(turns, 'them'), sideOf(turns, 'us')];
  const words = theirs.words + ours.words;
  return {
    ...{ turns: turns.length, theirs, ours },
    lastBy: turns.at(-1)?.by ?? null,
    percentTheirs: words === 0 ? null : Math.round((100 * theirs.words) / words),
  };
}

function sideOf(turns: readonly TurnTaken[], side: 'them' | 'us'): Side {
  const own = turns.filter(({ by }) => by === side);
  const lastOfOthers = turns.findLastIndex(({ by }) => by !== side);
  return {
    turns: own.length,
    words: own.reduce((sum, { words }) => sum + words, 0),
    asked: own.filter(({ asks }) => asks).length,
    answered: turns.filter(({ by, asks }, at) => by === side && asks && at < lastOfOthers).length,
    answersIn: median(waits(turns, side)),
  };
}

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
