import Link from 'next/link';
import type { ReactNode } from 'react';

/** A list of people or things, one a row, parted by hairlines. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="rows" role="list" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** Whose row it is. With `href` the whole row leads there. */
  name: ReactNode;
  href?: string | undefined;
  /** Where they belong and how it came: "Fundación Marea · email". */
  where?: ReactNode;
  /** A `<Said>`: their last words, or ours. */
  said?: ReactNode;
  /** A `<Chip>`. */
  state?: ReactNode;
  /** A `<Time>`. */
  when?: ReactNode;
  /** Links with the class `act`, shown while the row is pointed at or has the focus. They are not read aloud. */
  acts?: ReactNode;
  /** What chooses it among several: a box to tick, with the class `act`. */
  choice?: ReactNode;
}

/** A name, the last words, a state, a time; `data-…` attributes stand on the row. Other links or buttons inside need the class `act` to stay pressable. */
export function Row({ name, href, where, said, state, when, acts, choice, ...marks }: RowProps) {
  return (
    <li className="row" {...marks}>
      <div>
        {choice}
        {href ? (
          <Link href={href} prefetch={false} className="row-name" data-row>
            {name}
          </Link>
        ) : (
          <span className="row-name">{name}</span>
        )}
        {where && <span className="row-where">{where}</span>}
      </div>
      <div className="row-said">{said}</div>
      <div className="row-state">{state}</div>
      <div className="when">{when}</div>
      {acts && (
        <div className="row-acts" aria-hidden="true">
          {acts}
        </div>
      )}
    </li>
  );
}
