import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Why there is nothing: nothing was ever here, the filter let nothing through, or all of it is done. */
type EmptyKind = 'never' | 'filtered' | 'done';

const icons: Record<EmptyKind, IconName> = { never: 'plus', filtered: 'search', done: 'done' };

/** An empty list: a sentence that says why, another on what to do, and the one act that does it. */
export function EmptyState({
  kind,
  title,
  children,
  acts,
}: {
  kind: EmptyKind;
  title: ReactNode;
  children?: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icons[kind]} />
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
