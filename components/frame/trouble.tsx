'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DeadEnd } from '@/components/ui/dead-end';

export interface TroubleWords {
  title: string;
  body: string;
  again: string;
  reference: string;
}

const Words = createContext<TroubleWords | null>(null);

/** Error pages run in the browser, where no messages are sent; their four sentences come along from the layout. */
export function TroubleWordsFrom({ words, children }: { words: TroubleWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export interface TroubleProps {
  error: unknown;
  retry: () => void;
}

/** After an error: what happened, what is safe, what to do. */
export function Trouble({ error, retry }: TroubleProps) {
  const words = useContext(Words);
  const digest = typeof error === 'object' && error && 'digest' in error ? String(error.digest) : '';
  if (!words) return null;
  return (
    <DeadEnd
      alert
      title={words.title}
      safe={words.body}
      acts={
        <Button variant="first" onClick={retry}>
          {words.again}
        </Button>
      }
    >
      {digest && (
        <p className="hint mt-5">
          {words.reference} <code>{digest}</code>
        </p>
      )}
    </DeadEnd>
  );
}
