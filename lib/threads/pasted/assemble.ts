import type { Mark } from './lines';
import type { LeftOut } from './pasted';
import { deedIn, editedIn, isProgramMark } from './program-marks';
import { isEmpty, rawTurn, saidIn, type Cut, type RawTurn } from './raw-turn';

interface Careful {
  /** Marks of the program stand on lines of their own between the words. */
  readonly marksBetween: boolean;
}

/** Puts lines together to turns, each line as it was marked. What no turn takes is left out, and shown. */
export function assembled(lines: readonly string[], marks: readonly Mark[], { marksBetween }: Careful): Cut {
  const turns: RawTurn[] = [];
  const leftOut: LeftOut[] = [];
  let now: RawTurn | null = null;
  let under: string | null = null;
  let waiting: string[] = [];
  const leave = (line: string) =>
    line.trim() !== '' && leftOut.push({ line: line.trim(), after: turns.length - 1 });
  const begin = (given: Partial<RawTurn>): RawTurn => {
    const turn = rawTurn({ under, ...given, head: [...waiting, ...(given.head ?? [])] });
    waiting = [];
    turns.push(turn);
    return turn;
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = marks[at];
    if (mark?.is === 'head') {
      const head = lines.slice(at, at + (mark.takes ?? 0) + 1).filter((one) => one !== '');
      const again: boolean =
        now !== null &&
        isEmpty(now) &&
        turns.at(-1) === now &&
        now.what === 'message' &&
        now.name === mark.name;
      if (again && now) {
        now.head.push(...headOf(head, mark.rest));
        now.when = mark.when ?? now.when;
      } else
        now = begin({
          name: mark.name,
          when: mark.when,
          subject: mark.subject ?? null,
          head: headOf(head, mark.rest),
        });
      if (mark.rest !== '') now?.lines.push(mark.rest);
      at += mark.takes ?? 0;
    } else if (mark?.is === 'day') {
      under = mark.when;
      waiting.push(line.trim());
      if (now) now = goingOn(now);
    } else if (mark?.is === 'noise' || (marksBetween && isProgramMark(line))) leave(line);
    else if (marksBetween && deedIn(line)?.side) {
      const deed = deedIn(line);
      begin({ what: deed?.what ?? 'message', side: deed?.side ?? null, lines: [line.trim()] });
      if (now) now = goingOn(now);
    } else if (now === null) leave(line);
    else {
      // After a day or a deed the same person goes on.
      if (line !== '' && turns.at(-1) !== now) now = begin({ name: now.name });
      now.lines.push(line);
    }
  }
  for (const line of waiting) leave(line);
  return { ...withoutEmpty(turns, leftOut), newestFirst: false };
}

// The same person, in a turn that is not there yet.
const goingOn = ({ name }: RawTurn): RawTurn => rawTurn({ name });

// What stood on the head's line is its text, not its head.
function headOf(head: readonly string[], rest: string): string[] {
  const [first = '', ...more] = head;
  return [rest === '' ? first.trim() : first.slice(0, first.length - rest.length).trim(), ...more];
}

/** Leaves out heads under which nothing was said, and says what was done rather than said. */
export function withoutEmpty(
  turns: readonly RawTurn[],
  leftOut: readonly LeftOut[],
): Pick<Cut, 'turns' | 'leftOut'> {
  const kept: RawTurn[] = [];
  const places: number[] = [];
  const bare: LeftOut[] = [];
  for (const turn of turns) {
    if (isEmpty(turn)) bare.push(...turn.head.map((line) => ({ line, after: kept.length - 1 })));
    else {
      const said = saidIn(turn);
      const deed = said.includes('\n') ? null : deedIn(said);
      if (turn.what === 'message' && isProgramMark(said) && !said.includes('\n'))
        bare.push(...[...turn.head, said].map((line) => ({ line, after: kept.length - 1 })));
      else {
        const mark = deed ? null : editedIn(said);
        if (mark) bare.push({ line: mark.trim(), after: kept.length });
        kept.push(
          deed && turn.what === 'message'
            ? { ...turn, what: deed.what, side: turn.name ? null : deed.side }
            : mark
              ? { ...turn, lines: said.slice(0, -mark.length).split('\n') }
              : turn,
        );
      }
    }
    places.push(kept.length - 1);
  }
  const moved = leftOut.map(({ line, after }) => ({ line, after: places[after] ?? -1 }));
  return { turns: kept, leftOut: [...bare, ...moved].sort((a, b) => a.after - b.after) };
}
