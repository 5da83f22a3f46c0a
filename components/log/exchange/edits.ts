import type { Channel } from '@/generated/prisma/client';
import type { Draft, DraftTurn } from '@/lib/replies/exchange/draft';
import type { LogKind } from '@/lib/threads/log';
import type { Side } from '@/lib/threads/pasted/pasted';

/** A turn while it is corrected. */
export interface EditedTurn extends DraftTurn {
  readonly id: number;
  /** `channel:address`, as the form for one message names places. */
  readonly where: string;
  readonly outcome: string;
  /** A person said whose words they are; the others of that name follow. */
  readonly chosen: boolean;
  /** It has no day of its own: it takes that of the turn above, whatever that becomes. */
  readonly dayAbove: boolean;
  readonly dropped: boolean;
}

export interface Edited {
  readonly turns: readonly EditedTurn[];
  readonly leftOut: Draft['leftOut'];
  readonly next: number;
}

export type Edit =
  | { readonly do: 'read'; readonly edited: Edited }
  | { readonly do: 'side'; readonly id: number; readonly side: Side }
  | {
      readonly do: 'set';
      readonly id: number;
      readonly values: Partial<Pick<EditedTurn, 'text' | 'day' | 'hour' | 'where' | 'outcome'>>;
    }
  | { readonly do: 'kind'; readonly id: number; readonly kind: LogKind }
  | { readonly do: 'join' | 'drop' | 'put_back' | 'day_above'; readonly id: number }
  | { readonly do: 'split'; readonly id: number; readonly at: number | null }
  | { readonly do: 'take_line'; readonly at: number }
  | { readonly do: 'where'; readonly where: string }
  | { readonly do: 'other_days' };

/** A draft ready to be corrected: `where` is where all of it was. */
export function begun(draft: Draft, where: (channel: Channel | null) => string): Edited {
  const turns = draft.turns.map((turn, id): EditedTurn => ({
    ...turn,
    ...{ id, where: where(draft.channel), outcome: '', chosen: false, dropped: false },
    dayAbove: turn.day === null,
  }));
  return { turns: withDaysAbove(turns), leftOut: draft.leftOut, next: turns.length };
}

/** What a correction makes of it. Nothing said is ever lost: what is dropped can be put back. */
export function edited(state: Edited, edit: Edit): Edited {
  const change = (id: number, with_: (turn: EditedTurn) => Partial<EditedTurn>): Edited => ({
    ...state,
    turns: state.turns.map((turn) => (turn.id === id ? { ...turn, ...with_(turn) } : turn)),
  });
  switch (edit.do) {
    case 'read':
      return edit.edited;
    case 'side':
      return { ...state, turns: sided(state.turns, edit.id, edit.side) };
    case 'set': {
      const dated = 'day' in edit.values;
      const set = change(edit.id, ({ guessed, dayAbove }) => ({
        ...edit.values,
        guessed: { ...guessed, day: guessed.day && !dated },
        dayAbove: dated ? false : dayAbove,
      }));
      return dated ? redated(set) : set;
    }
    case 'day_above':
      return redated(change(edit.id, () => ({ dayAbove: true, otherDay: null })));
    case 'kind':
      return change(edit.id, () => ({ kind: edit.kind }));
    case 'drop':
      return redated(change(edit.id, () => ({ dropped: true })));
    case 'put_back':
      return redated(change(edit.id, () => ({ dropped: false })));
    case 'join':
      return { ...state, turns: joined(state.turns, edit.id) };
    case 'split':
      return split(state, edit.id, edit.at);
    case 'take_line':
      return takenBack(state, edit.at);
    case 'where':
      return { ...state, turns: state.turns.map((turn) => ({ ...turn, where: edit.where })) };
    case 'other_days':
      return redated({
        ...state,
        turns: state.turns.map((turn) =>
          turn.otherDay ? { ...turn, day: turn.otherDay, otherDay: turn.day } : turn,
        ),
      });
  }
}

const redated = (state: Edited): Edited => ({ ...state, turns: withDaysAbove(state.turns) });

// What was said without a date is taken to have been said on the day of what stands above it: a guess, until looked at.
function withDaysAbove(turns: readonly EditedTurn[]): EditedTurn[] {
  let day: string | null = null;
  return turns.map((turn) => {
    if (turn.dropped) return turn;
    const shown = turn.dayAbove ? { ...turn, day, guessed: { ...turn.guessed, day: day !== null } } : turn;
    day = shown.day;
    return shown;
  });
}

function sided(turns: readonly EditedTurn[], id: number, side: Side): EditedTurn[] {
  const name = turns.find((turn) => turn.id === id)?.name ?? null;
  const names = new Set(turns.flatMap((turn) => (turn.name === null ? [] : turn.name)));
  const opposite = side === 'ours' ? 'theirs' : 'ours';
  return turns.map((turn) => {
    const known = { ...turn, guessed: { ...turn.guessed, side: false } };
    if (turn.id === id) return { ...known, side, chosen: true };
    if (turn.chosen || name === null) return turn;
    if (turn.name === name) return { ...known, side };
    // Of two who talk, the other is the other.
    const isOther = names.size === 2 && turn.name !== null && turn.side === 'unknown';
    return isOther ? { ...turn, side: opposite, guessed: { ...turn.guessed, side: true } } : turn;
  });
}

function joined(turns: readonly EditedTurn[], id: number): readonly EditedTurn[] {
  const at = turns.findIndex((turn) => turn.id === id);
  const [turn, before] = [turns[at], turns.slice(0, Math.max(at, 0)).findLast(({ dropped }) => !dropped)];
  if (!turn || !before || before.here || turn.here) return turns;
  const both = { ...before, text: `${before.text}\n${turn.text}`, parts: [...before.parts, ...turn.parts] };
  return turns.flatMap((one) => (one.id === id ? [] : one.id === before.id ? both : one));
}

function split(state: Edited, id: number, at: number | null): Edited {
  const turn = state.turns.find((one) => one.id === id);
  if (!turn) return state;
  const pieces = piecesOf(turn, at);
  if (pieces.length < 2) return state;
  const turns = pieces.map((piece, index) => ({
    ...turn,
    ...piece,
    id: index === 0 ? id : state.next + index - 1,
  }));
  return {
    ...state,
    turns: state.turns.flatMap((one) => (one.id === id ? turns : one)),
    next: state.next + pieces.length - 1,
  };
}

// Where the cursor stands; else into what it was joined from; else at its first gap or its first line.
function piecesOf(turn: EditedTurn, at: number | null): Partial<EditedTurn>[] {
  const whole = turn.parts.map(({ text }) => text).join('\n') === turn.text;
  if (at === null && turn.parts.length > 1 && whole)
    return turn.parts.map((part) => ({ ...part, parts: [part] }));
  const gap = /\n[ \t]*\n/.exec(turn.text)?.index ?? turn.text.indexOf('\n');
  const cut = at ?? gap;
  const pieces = [turn.text.slice(0, Math.max(cut, 0)).trim(), turn.text.slice(Math.max(cut, 0)).trim()];
  return pieces.filter(Boolean).map((text) => ({ text, parts: [{ text, day: turn.day, hour: turn.hour }] }));
}

function takenBack(state: Edited, at: number): Edited {
  const found = state.leftOut[at];
  const turn = found && state.turns[Math.min(Math.max(found.after, 0), state.turns.length - 1)];
  if (!found || !turn) return state;
  const text = found.after < 0 ? `${found.line}\n${turn.text}` : `${turn.text}\n${found.line}`;
  return {
    ...state,
    leftOut: state.leftOut.filter((_, index) => index !== at),
    turns: state.turns.map((one) => (one.id === turn.id ? { ...one, text } : one)),
  };
}

/** The first turn that still needs a word of somebody: whose it is, on which day, what a talk came to. */
export function unanswered({ turns }: Edited): { id: number; what: 'side' | 'day' | 'outcome' } | null {
  for (const { id, side, day, kind, outcome, dropped, here } of turns) {
    if (dropped || here) continue;
    if (kind !== 'talk' && side === 'unknown') return { id, what: 'side' };
    if (day === null || day === '') return { id, what: 'day' };
    if (kind === 'talk' && outcome === '') return { id, what: 'outcome' };
  }
  return null;
}

/** What is logged of it, as the action takes it. */
export function toLog({ turns }: Edited, contactId: string): string {
  const kept = turns.filter(({ dropped, here }) => !dropped && !here);
  return JSON.stringify({
    contactId,
    turns: kept.map(({ kind, side, where, day, hour, subject, text, outcome }) => {
      const [channel = '', addressId = ''] = where.split(':');
      const direction = side === 'ours' ? 'outbound' : 'inbound';
      return {
        kind,
        direction,
        channel,
        addressId,
        day: day ?? '',
        hour: hour ?? '',
        subject: subject ?? '',
        body: text,
        outcome,
      };
    }),
  });
}
