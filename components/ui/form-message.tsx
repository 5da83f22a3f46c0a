import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What a form answered. An error is spoken at once; it says what happened, what is safe, and what to do. */
export function FormMessage({ kind, children }: { kind: 'error' | 'success'; children: ReactNode }) {
  return (
    <div className="form-message" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={kind === 'error' ? 'alert' : 'done'} />
      <div>{children}</div>
    </div>
  );
}
