import type { ReactNode } from 'react';

/** Figures and logs, in hairlines. Children are thead and tbody; `data-number` on a cell sets it right. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  // A wide table scrolls in its own frame, which the keyboard must be able to enter.
  return (
    <div className="table-wrap" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

/** Names and their values: a definition list in two columns. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
