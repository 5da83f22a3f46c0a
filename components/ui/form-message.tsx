import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const icons = { error: 'alert', success: 'done', rest: 'moon' } as const satisfies Record<string, IconName>;
const roles = { error: 'alert', success: 'status', rest: undefined } as const;

interface FormMessageProps {
  /** `rest`: what somebody chose, and what it means. */
  kind: keyof typeof icons;
  children: ReactNode;
}

/** What a form answered. An error is spoken at once; it says what happened, what is safe, and what to do. */
export function FormMessage({ kind, children }: FormMessageProps) {
  return (
    <div className="form-message" data-kind={kind} role={roles[kind]}>
      <Icon name={icons[kind]} />
      <div>{children}</div>
    </div>
  );
}
