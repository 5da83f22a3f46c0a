import type { LogKind } from '../log';
import type { LeftOut, Side } from './pasted';

/** A turn as it was cut out of the text, before anything about it is guessed. */
export interface RawTurn {
  name: string | null;
  /** The moment it tells, as it stands there. */
  when: string | null;
  /** The day or moment it stands under. */
  under: string | null;
  subject: string | null;
  what: LogKind;
  /** Known without the name: "You accepted Ana's invitation". */
  side: Side | null;
  readonly lines: string[];
  readonly head: string[];
}

/** What a reading of one layout comes to. */
export interface Cut {
  readonly turns: readonly RawTurn[];
  readonly leftOut: readonly LeftOut[];
  /** This layout has the newest first, whatever its dates say or leave unsaid. */
  readonly newestFirst: boolean;
}

export function rawTurn(given: Partial<RawTurn> = {}): RawTurn {
  return {
    ...{ name: null, when: null, under: null, subject: null, what: 'message' as const, side: null },
    ...given,
    lines: given.lines ?? [],
    head: given.head ?? [],
  };
}

/** What was said in it: its lines without the blank ones around them. */
export function saidIn({ lines }: RawTurn): string {
  return lines
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

export const isEmpty = (turn: RawTurn) => turn.lines.every((line) => line.trim() === '');
