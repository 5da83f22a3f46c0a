'use client';

import { useState, type ReactNode } from 'react';

/** One thing somebody did: what it was, and with which it is taken back. */
export interface KeptRow {
  readonly id: string;
  readonly told: ReactNode;
  readonly undo: ReactNode;
}

interface KeptInPlaceProps {
  rows: readonly KeptRow[];
  label: string;
  /** Said in the row of what was taken back. */
  gone: string;
}

/** A list in which nothing moves under the pointer: what is taken back stays where it stood, and says so. */
export function KeptInPlace({ rows, label, gone }: KeptInPlaceProps) {
  const [kept, setKept] = useState(rows);
  const shown = merged(kept, rows);
  if (shown.some((row, at) => row !== kept[at]) || shown.length !== kept.length) setKept(shown);
  if (shown.length === 0) return null;
  return (
    <ul className="acts-list" role="list" aria-label={label}>
      {shown.map(({ id, told, undo }) => {
        const here = rows.some((row) => row.id === id);
        return (
          <li key={id} data-gone={!here || undefined}>
            <div>{told}</div>
            {here ? (
              undo
            ) : (
              <span role="status" tabIndex={-1} ref={takeFocus} className="row-where">
                {gone}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

// What stands there stays in its order and is shown as it is now; what is newer comes before it, what is older after it.
function merged(kept: readonly KeptRow[], rows: readonly KeptRow[]): readonly KeptRow[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(kept.map(({ id }) => id));
  const first = rows.findIndex(({ id }) => known.has(id));
  const fresh = (row: KeptRow, at: number, before: boolean) => !known.has(row.id) && at < first === before;
  return [
    ...rows.filter((row, at) => fresh(row, at, true)),
    ...kept.map((row) => now.get(row.id) ?? row),
    ...rows.filter((row, at) => fresh(row, at, false)),
  ];
}

// The button that had the focus is gone: the next tab goes on from here.
function takeFocus(said: HTMLElement | null) {
  if (document.activeElement === document.body) said?.focus();
}
