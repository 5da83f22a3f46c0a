// "Sam> Is it open?", "SR> Is it open?": Supercite and The Bat! quote with a name before the mark.
const named = /^\s{0,8}(\p{Lu}[\p{L}.]{0,15})>{1,8}(?:\s|$)/u;
const supercite = /^\s?>{2,8} "[^"]{1,80}" == .{1,300}:\s*$/;
const groupWise = /^\s?>>> .{1,200}\d{1,2}[:.]\d\d.{0,12}>>>\s*$/;

/** Whether a line is quoted with its writer's name before the mark: a second such line or an introduction stands near. */
export function isCited(line: string, all: readonly string[], at: number): boolean {
  const name = namedIn(line);
  if (name === null) return false;
  for (let near = Math.max(0, at - 3); near <= at + 2; near += 1) {
    const other = all[near] ?? '';
    if (near !== at && (namedIn(other) === name || (near < at && introducesCited(other)))) return true;
  }
  return false;
}

const namedIn = (line: string): string | null =>
  line.includes('>') ? (named.exec(line.slice(0, 40))?.[1] ?? null) : null;

/** `>>>>> "Sam" == Sam Reed <…> writes:` */
export const introducesCited = (line: string): boolean => line.length < 420 && supercite.test(line);

/** `>>> Sam Reed <…> 11/2/2026 4:31 PM >>>`: below it GroupWise quotes without marks. */
export const isGroupWise = (line: string): boolean => line.length < 260 && groupWise.test(line);
