import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Something kept out of the way until asked for. */
export function Fold({
  summary,
  open,
  id,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <details className="fold" open={open} id={id}>
      <summary>
        <Icon name="right" />
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  );
}

/**
 * Asks once more before something is taken away, in place and without a script. Children are one sentence that
 * names the consequence and the form that does it.
 */
export function Confirm({ act, children }: { act: ReactNode; children: ReactNode }) {
  return (
    <details className="confirm">
      <summary className="btn" data-variant="danger">
        {act}
      </summary>
      <div className="confirm-sheet">{children}</div>
    </details>
  );
}
