import type { Layout, PastedTurn } from './pasted';

/** A turn, and the messages it was put together from; one where nothing was joined. */
export interface JoinedTurn extends PastedTurn {
  readonly parts: readonly PastedTurn[];
}

const within = 10;
const chatting: readonly Layout[] = ['chat_export', 'chat', 'labels', 'direct'];

/**
 * In a chat several messages one after another are one turn: who sends three lines in two minutes has not written
 * three times. Joined where the same side goes on within ten minutes of its last line.
 */
export function inOneGo(turns: readonly PastedTurn[], layout: Layout): JoinedTurn[] {
  const joined: JoinedTurn[] = [];
  for (const turn of turns) {
    const before = joined.at(-1);
    const last = before?.parts.at(-1);
    if (before && last && chatting.includes(layout) && goesOn(last, turn))
      joined[joined.length - 1] = joinedWith(before, [turn]);
    else joined.push({ ...turn, parts: [turn] });
  }
  return joined;
}

/** A turn with what was said after it as part of it. */
export function joinedWith(turn: JoinedTurn, more: readonly PastedTurn[]): JoinedTurn {
  const parts = [...turn.parts, ...more];
  return { ...turn, text: parts.map(({ text }) => text).join('\n'), parts };
}

function goesOn(last: PastedTurn, turn: PastedTurn): boolean {
  if (last.side === 'unknown' || turn.side !== last.side || turn.name !== last.name) return false;
  if (last.what !== 'message' || turn.what !== 'message' || turn.day === null || turn.day !== last.day)
    return false;
  if (last.hour === null || turn.hour === null) return false;
  const passed = minutesOf(turn.hour) - minutesOf(last.hour);
  return passed >= 0 && passed <= within;
}

const minutesOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
