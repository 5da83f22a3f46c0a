'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Icon } from './icon';

export interface ToastProps {
  /** What has been done, past tense. */
  message: string;
  /** A small form that takes it back. */
  undo?: ReactNode;
  /** The word for closing it. */
  dismiss: string;
}

/** Says what was done, at the bottom, until it is closed or the page is left: undo must not run away. */
export function Toast({ message, undo, dismiss }: ToastProps) {
  const [said, setSaid] = useState('');
  // A live region speaks only of what changes after it is there.
  useEffect(() => setSaid(message), [message]);
  return (
    <div className="toast" hidden={!said}>
      <span role="status">{said}</span>
      {undo}
      <button type="button" aria-label={dismiss} onClick={() => setSaid('')}>
        <Icon name="close" />
      </button>
    </div>
  );
}
