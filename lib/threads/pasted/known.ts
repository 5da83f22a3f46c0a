/** Something said, as far as one asks whether it is here already. */
export interface SaidOnce {
  readonly direction: 'inbound' | 'outbound';
  readonly body: string;
  readonly occurredAt: Date;
  readonly dayOnly: boolean;
}

export interface KeptOnce extends SaidOnce {
  readonly id: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Words that long are not said twice on a day by chance. */
const telling = 25;

/**
 * For each turn the row that keeps it already, or null. The same words from the same side: within three minutes, since
 * copies round to the minute; on the same day where the words are long or only the day is known. A row stands for one turn,
 * or for as many as were joined in it.
 */
export function keptAlready(turns: readonly SaidOnce[], kept: readonly KeptOnce[]): (KeptOnce | null)[] {
  const byWords = new Map<string, KeptOnce[]>();
  for (const row of kept) {
    const key = keyOf(row);
    byWords.set(key, [...(byWords.get(key) ?? []), row]);
  }
  return turns.map((turn) => {
    const rows = byWords.get(keyOf(turn)) ?? [];
    const [nearest] = rows.filter((row) => isSame(turn, row)).sort((a, b) => apart(turn, a) - apart(turn, b));
    if (!nearest) return kept.find((row) => isPartOf(turn, row)) ?? null;
    rows.splice(rows.indexOf(nearest), 1);
    return nearest;
  });
}

function isSame(turn: SaidOnce, row: KeptOnce): boolean {
  if (apart(turn, row) <= 3 * minute) return true;
  const vague = turn.dayOnly || row.dayOnly;
  return (vague || wordsOf(turn.body).length >= telling) && apart(turn, row) < (vague ? day : day / 2);
}

// One of several messages that were kept as one, line by line.
function isPartOf(turn: SaidOnce, row: KeptOnce): boolean {
  if (turn.direction !== row.direction || row.body.length <= turn.body.length || apart(turn, row) >= day / 2)
    return false;
  return row.body.includes('\n') && linesOf(row.body).includes(linesOf(turn.body));
}

const linesOf = (body: string) => `\n${body.split('\n').map(wordsOf).join('\n')}\n`;
const apart = (a: SaidOnce, b: SaidOnce) => Math.abs(a.occurredAt.getTime() - b.occurredAt.getTime());
const keyOf = ({ direction, body }: SaidOnce) => `${direction} ${wordsOf(body)}`;

function wordsOf(body: string): string {
  return body
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}
