const words = ['zero', 'one', 'two'] as const;

/** The key of a number from 0 to 2 in the `policy` messages. */
export function countWord(count: number): (typeof words)[number] {
  return words[count] ?? 'two';
}
