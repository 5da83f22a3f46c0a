import type { ReactNode, ToggleEvent } from 'react';
import { Icon } from './icon';

/** Something kept out of the way until asked for. */
export function Fold({
  summary,
  open,
  id,
  toggled,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  id?: string;
  /** Told when it was opened or closed, by whoever keeps `open`. */
  toggled?: (open: boolean) => void;
  children: ReactNode;
}) {
  const onToggle = toggled && ((event: ToggleEvent<HTMLDetailsElement>) => toggled(event.currentTarget.open));
  return (
    <details className="fold" open={open} id={id} {...(onToggle ? { onToggle } : {})}>
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
