'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { pressRefused } from '@/lib/gate/attempts/actions';
import { notPressed } from '@/lib/gate/attempts/answer';
import type { Part } from '@/lib/gate/parts';
import { useKeptForm } from './kept-form';
import { Sentence } from './sentence';

interface RefusedPressProps {
  /** The message it is about (lib/gate/attempts/attempt.ts); none of its words. */
  fields: Readonly<Record<string, string>>;
  /** Why not, in a few words. */
  why: string;
  shortcut: string;
  /** What the page says above, which is not shown twice. */
  above: readonly Part[];
  /** The thanks that is free, by its name: one can do it at once, where all else is waiting. */
  thanks: string | null;
  words: Readonly<Record<'send' | 'asking' | 'noted', string>>;
}

/** A send that is refused. Pressed all the same it asks the law, and says where one is what the law answered. */
export function RefusedPress({ fields, why, shortcut, above, thanks, words }: RefusedPressProps) {
  const { answer, pending, form } = useKeptForm(pressRefused, notPressed);
  const said = useRef<HTMLDivElement>(null);
  const { refused } = answer;
  const isAbove = JSON.stringify(refused?.sentence) === JSON.stringify(above);
  useEffect(() => {
    if (answer !== notPressed) said.current?.focus();
  }, [answer]);
  return (
    <>
      <form {...form}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button disabledReason={why} asksWhy shortcut={shortcut}>
          {pending ? words.asking : words.send}
        </Button>
      </form>
      <div ref={said} role="status" tabIndex={-1} className="pressed">
        {refused && (
          <>
            <span className={isAbove ? 'sr-only' : undefined}>
              <Sentence parts={refused.sentence} />
            </span>{' '}
            {words.noted} {thanks ?? <Sentence parts={refused.next} />}
          </>
        )}
        {answer.said}
      </div>
    </>
  );
}
