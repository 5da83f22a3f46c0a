'use client';

import { useId, type SyntheticEvent } from 'react';
import { Button } from '@/components/ui/button';

/** `owed` and `why` say what it means, with `{name}` in them. */
export type AskWords = Record<'owed' | 'why' | 'yes' | 'no', string>;

interface AskDoneProps {
  name: string;
  owes: boolean;
  words: AskWords;
  yes: (event: SyntheticEvent) => void;
  no: (event: SyntheticEvent) => void;
}

/** Asks in somebody's row what their page would ask: Enter does it, Escape leaves it. */
export function AskDone({ name, owes, words, yes, no }: AskDoneProps) {
  const why = useId();
  return (
    <form
      className="row-ask act"
      onSubmit={(event) => {
        event.preventDefault();
        yes(event);
      }}
      onKeyDown={(event) => event.key === 'Escape' && no(event)}
    >
      <p id={why}>{words[owes ? 'owed' : 'why'].replace('{name}', () => name)}</p>
      <div className="acts">
        <Button type="submit" autoFocus aria-describedby={why}>
          {words.yes}
        </Button>
        <Button variant="quiet" onClick={no}>
          {words.no}
        </Button>
      </div>
    </form>
  );
}
