import type { Channel } from '@/generated/prisma/client';
import { nameKey } from '@/lib/contacts/name-key';
import type { LogKind } from '@/lib/threads/log';
import { inOneGo } from '@/lib/threads/pasted/in-one-go';
import { bareName, emailsIn, isNameLike, sideOf } from '@/lib/threads/pasted/names';
import type { Layout, LeftOut, Pasted, PastedTurn, Reader, Side } from '@/lib/threads/pasted/pasted';

/** One turn as the page shows it for correction. */
export interface DraftTurn {
  readonly side: Side;
  readonly name: string | null;
  readonly kind: LogKind;
  readonly text: string;
  readonly subject: string | null;
  readonly day: string | null;
  readonly otherDay: string | null;
  readonly hour: string | null;
  /** What is no more than a guess, until somebody has looked at it. */
  readonly guessed: { readonly side: boolean; readonly day: boolean };
  /** What it was joined from, for taking it apart again. */
  readonly parts: readonly {
    readonly text: string;
    readonly day: string | null;
    readonly hour: string | null;
  }[];
  /** It is logged here already. */
  readonly here: boolean;
}

/** A paste as it was read for a person to look at. */
export interface Draft {
  readonly layout: Layout;
  readonly channel: Channel | null;
  readonly turns: readonly DraftTurn[];
  readonly leftOut: readonly LeftOut[];
  readonly days: Pasted['days'];
}

/** The draft of a reading; `here` says of each of its turns whether it is kept already. */
export function draftOf(read: Pasted, here: readonly boolean[]): Draft {
  // What is here already is not joined with what is new.
  const runs: { here: boolean; turns: PastedTurn[] }[] = [];
  for (const [at, turn] of read.turns.entries()) {
    const run = runs.at(-1);
    if (run && run.here === (here[at] ?? false)) run.turns.push(turn);
    else runs.push({ here: here[at] ?? false, turns: [turn] });
  }
  const turns = runs.flatMap((run) =>
    inOneGo(run.turns, read.layout).map((turn): DraftTurn => {
      const { side, name, what, text, subject, day, otherDay, hour, sure, parts } = turn;
      const guessed = { side: sure.side === 'guessed', day: sure.day === 'guessed' };
      const bare = parts.map((part) => ({ text: part.text, day: part.day, hour: part.hour }));
      return {
        side,
        name,
        kind: what,
        text,
        subject,
        day,
        otherDay,
        hour,
        guessed,
        parts: bare,
        here: run.here,
      };
    }),
  );
  return { layout: read.layout, channel: read.channel, turns, leftOut: read.leftOut, days: read.days };
}

/** Whom a paste may be about: the names in it that are not ours, most heard first, and their addresses. */
export function othersIn(read: Pasted, reader: Reader): { names: string[]; handles: string[] } {
  const heard = new Map<string, { name: string; times: number }>();
  const handles = new Set<string>();
  for (const { name, head } of read.turns) {
    if (name === null || sideOf([name, ...head].join(' ').slice(0, 300), reader).side === 'ours') continue;
    if (sideOf(name, reader).side === 'ours') continue;
    for (const line of head)
      for (const email of emailsIn(line)) if (email !== reader.user.email) handles.add(email);
    const digits = name.replace(/[^\d+]/g, '');
    if (/^\+\d{8,15}$/.test(digits)) handles.add(digits);
    else if (isNameLike(name) && !name.includes('@')) {
      const key = nameKey(bareName(name));
      heard.set(key, { name: bareName(name), times: (heard.get(key)?.times ?? 0) + 1 });
    }
  }
  const names = [...heard.values()].sort((a, b) => b.times - a.times).map(({ name }) => name);
  return { names, handles: [...handles].slice(0, 20) };
}
