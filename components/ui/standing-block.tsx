import type { ReactNode } from 'react';
import type { StateKind } from './chip';

interface StandingBlockProps {
  kind: StateKind;
  /** What it is, for screen readers: "Where it stands". */
  label: string;
  /** The sentence, in the size of a message; their words in it are a `<Quote>`. */
  children: ReactNode;
  /** The lawful next acts, and quiet words after them. */
  acts?: ReactNode;
}

/** Where things stand with somebody: a sentence with a rule at its left, and what may be done next. */
export function StandingBlock({ kind, label, children, acts }: StandingBlockProps) {
  return (
    <section className="standing" data-kind={kind} aria-label={label}>
      <div className="standing-sentence">{children}</div>
      {acts && <div className="acts">{acts}</div>}
    </section>
  );
}
