import { assembled } from './assemble';
import { text, type Mark } from './lines';
import { isProgramMark } from './program-marks';
import type { Cut } from './raw-turn';
import { momentOf } from './told-when';

/** Words and moments, and nobody's name: the moment stands above the words, or below them. */
export function directCut(lines: readonly string[]): Cut | null {
  const moments = lines.map(hourAlone);
  const count = moments.filter((moment) => moment !== null).length;
  const spoken = lines.flatMap((line, at) =>
    line.trim() === '' || (moments[at] === null && isProgramMark(line)) ? [] : at,
  );
  const [first = -1, last = -1] = [spoken[0], spoken.at(-1)];
  const above = typeof moments[first] === 'string';
  if (count === 0 || spoken.length <= count || (!above && typeof moments[last] !== 'string')) return null;
  const downward = [...lines.keys()];
  const order = above ? downward : downward.reverse();
  const marks = order.map((at): Mark => {
    const when = moments[at];
    return typeof when === 'string' ? { is: 'head', name: null, when, rest: '' } : text;
  });
  const read = assembled(
    order.map((at) => lines[at] ?? ''),
    marks,
    { marksBetween: true },
  );
  if (above) return read;
  const turns = read.turns.map((turn) => ({ ...turn, lines: [...turn.lines].reverse() })).reverse();
  const leftOut = read.leftOut
    .map(({ line, after }) => ({ line, after: turns.length - 1 - after }))
    .reverse();
  return { turns, leftOut, newestFirst: false };
}

// "10:32 AM", "Mar 3, 2026, 10:32 AM · Seen".
function hourAlone(line: string): string | null {
  if (line.length > 60 || !/\d/.test(line)) return null;
  const bare = line.replace(/[·•]\s*\p{L}+\.?$/u, '').trim();
  return momentOf(bare)?.hour ? bare : null;
}
