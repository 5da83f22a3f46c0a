import { withoutEmpty } from './assemble';
import { momentAfterName, momentBelowName } from './chat-heads';
import { attribution, headerBlock, isBetween, isOfDevice, type MailHead } from './mail-heads';
import { emailsIn } from './names';
import type { LeftOut } from './pasted';
import { isProgramMark } from './program-marks';
import { rawTurn, saidIn, type Cut, type RawTurn } from './raw-turn';

interface Quoted {
  readonly depth: number;
  readonly said: string;
}

/** How often a line is quoted, and what it says. */
function quoted(line: string): Quoted {
  const marks = /^(?:\s{0,3}[>|]\s?)+/.exec(line)?.[0] ?? '';
  const depth = marks.startsWith('|') && !marks.includes('>') ? 0 : (marks.match(/>/g) ?? []).length;
  return depth === 0 ? { depth, said: line } : { depth, said: line.slice(marks.length) };
}

/** Where a mail begins in the middle of another, by the words of its program; with `pages`, also as mail pages show it. */
function headAt(
  lines: readonly string[],
  at: number,
  pages: boolean,
): (MailHead & { nested: boolean }) | null {
  const above = attribution(lines, at) ?? headerBlock(lines, at);
  if (above) return { ...above, nested: true };
  const line = lines[at] ?? '';
  if (!pages || emailsIn(line).length !== 1) return null;
  const page = momentAfterName(line, () => true) ?? momentBelowName(lines, at, () => true);
  if (page?.is !== 'head') return null;
  const name = page.takes ? line : line.slice(0, line.length - (page.when ?? '').length);
  let takes = (page.takes ?? 0) + 1;
  for (let next = at + takes; next < at + takes + 2; next += 1)
    if (toWhom.test(lines[next]?.trim() ?? '')) takes = next - at + 1;
  return { name, when: page.when, subject: null, takes, nested: false };
}

// "to me, Ana", "para mí": what mail pages set below the name.
const toWhom = /^(?:to|para|à|an|a|per)(?::.{1,300}| [^.!?]{1,90}(?:<.{1,90})?)$/i;

/** How many mails a text quotes or strings together. */
export function mailsIn(lines: readonly string[]): number {
  const said = lines.map((line) => quoted(line).said);
  let count = 0;
  for (let at = 0; at < said.length; at += 1)
    if (mayBegin(said[at] ?? '') && headAt(said, at, true)) count += 1;
  return count;
}

/**
 * Takes a mail apart with all it quotes. A quoted line belongs to whoever is named above that depth, so that answers
 * between the lines stay with who wrote them.
 */
export function mailCut(lines: readonly string[]): Cut {
  const all = lines.map(quoted);
  const said = all.map((one) => one.said);
  const turns: RawTurn[] = [rawTurn()];
  const leftOut: LeftOut[] = [];
  let byDepth: (RawTurn | undefined)[] = [turns[0]];
  let below = false;
  let nested = false;
  const leave = (line: string) =>
    line.trim() !== '' && leftOut.push({ line: line.trim(), after: turns.length - 1 });
  for (let at = 0; at < said.length; at += 1) {
    const { depth, said: line } = all[at] ?? { depth: 0, said: '' };
    const head = mayBegin(line) ? headAt(said, at, true) : null;
    if (head) {
      const { name, when, subject, takes } = head;
      nested ||= head.nested;
      const turn = rawTurn({
        name,
        when,
        subject,
        head: said.slice(at, at + takes).filter((one) => one.trim() !== ''),
      });
      turns.push(turn);
      at += takes - 1;
      let next = at + 1;
      while (next < said.length && said[next]?.trim() === '') next += 1;
      const place = Math.max(depth, all[next]?.depth ?? 0);
      byDepth = byDepth.slice(0, place);
      byDepth[place] = turn;
      below = false;
    } else if (isBetween(line) || isOfDevice(line) || (turns.length > 1 && isProgramMark(line))) leave(line);
    else if (depth === 0 && line === '--') {
      below = true;
      leave(line);
    } else if (below && depth === 0) leave(line);
    else {
      let turn = byDepth[depth];
      if (!turn) {
        if (line.trim() === '') continue;
        turn = rawTurn();
        turns.push(turn);
        byDepth[depth] = turn;
      }
      turn.lines.push(line);
    }
  }
  const [top, ...others] = turns;
  // Above the first mail of a page stand its subject and its folder.
  const paged = top && !nested && others.length > 0;
  const above = paged
    ? saidIn(top)
        .split('\n')
        .map((line) => ({ line: line.trim(), after: 0 }))
    : [];
  const bare = above.filter(({ line }) => line !== '');
  if (paged) top.lines.length = 0;
  return { ...withoutEmpty(turns, [...bare, ...leftOut]), newestFirst: nested };
}

// Cheap to say no: nearly every line of a text begins no mail.
const mayBegin = (line: string) => line.length < 600 && /[:@\d]/.test(line);
