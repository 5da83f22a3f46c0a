/** Something one can do or go to, as the palette shows it. */
export interface Command {
  readonly id: string;
  readonly group: 'person' | 'go' | 'people' | 'organizations' | 'near' | 'settings' | 'said' | 'add';
  readonly label: string;
  /** More words one may look for it by; the other language's among them. */
  readonly also: string;
  /** A word beside it: why it is refused, where somebody stands. */
  readonly hint: string | null;
  readonly href: string;
  readonly key: string | null;
}

/** What the server answers: commands, or the people whose name was typed. */
export interface PaletteAnswer {
  readonly person: string | null;
  readonly commands: readonly Command[];
}

/** The commands that meet every word typed, the better ones first within their group; all of them for nothing typed. */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const words = folded(typed).split(' ').filter(Boolean);
  if (words.length === 0) return commands;
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

// A word of the label begins so: 3; one of the other words: 2; letters in that order within the label: 1.
function scoreOf({ label, also }: Command, words: readonly string[]): number {
  const own = folded(label);
  const other = folded(also);
  const scores = words.map((word) => {
    if (` ${own}`.includes(` ${word}`)) return 3;
    if (` ${other}`.includes(` ${word}`)) return 2;
    return word.length > 2 && inOrder(word, own) ? 1 : 0;
  });
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, one) => sum + one, 0);
}

function inOrder(word: string, text: string): boolean {
  let at = -1;
  return [...word].every((letter) => (at = text.indexOf(letter, at + 1)) !== -1);
}

/** Without accents, case or marks: "Más" is found by "mas". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
