import type { ReactNode } from 'react';

export interface Note {
  key: string;
  /** `refused` must be changed first, `hint` is advice, `done` was taken care of. */
  kind: 'refused' | 'hint' | 'done';
  title: ReactNode;
  /** The words it rests on, and what would be better. */
  text?: ReactNode;
}

/** Remarks beside a text. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  return (
    <ul className="notes" role="list">
      {notes.map(({ key, kind, title, text }) => (
        <li key={key} data-kind={kind}>
          <b>{title}</b>
          {text}
        </li>
      ))}
    </ul>
  );
}
