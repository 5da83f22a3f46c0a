import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** The five states anything here can be in; each has an icon and a quiet colour, never the colour alone. */
export type StateKind = 'listen' | 'owed' | 'calm' | 'rest' | 'closed';

const icons: Record<StateKind, IconName> = {
  listen: 'ear',
  owed: 'pencil',
  calm: 'dots',
  rest: 'moon',
  closed: 'ban',
};

/** A state in a word or three, on one line. `icon` replaces the usual one of its kind where another says more. */
export function Chip({ kind, icon, children }: { kind: StateKind; icon?: IconName; children: ReactNode }) {
  return (
    <span className="chip" data-kind={kind} title={typeof children === 'string' ? children : undefined}>
      <Icon name={icon ?? icons[kind]} />
      <span>{children}</span>
    </span>
  );
}
