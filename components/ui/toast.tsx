'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { Icon } from './icon';

interface ToastProps {
  /** What has been done, past tense. */
  message: string;
  /** A small form that takes it back. */
  undo?: ReactNode;
  /** The word for closing it. */
  dismiss: string;
}

/** Says what was done, at the bottom, until it is closed or the page is left: undo must not run away. */
export function Toast({ message, undo, dismiss }: ToastProps) {
  const [spoken, setSpoken] = useState('');
  const [closed, setClosed] = useState('');

  // A live region speaks only of what changes after it is there.
  useEffect(() => {
    const later = setTimeout(() => setSpoken(message), 150);
    return () => clearTimeout(later);
  }, [message]);

  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {closed !== message && (
        <div className="toast">
          <span aria-hidden="true">{message}</span>
          {undo}
          <button type="button" aria-label={dismiss} onClick={() => setClosed(message)}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  );
}
