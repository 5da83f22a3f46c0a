'use client';

import { useActionState } from 'react';
import { Key, shortcutAttributes } from '@/components/ui/key';
import { noAnswer } from '@/lib/auth/answer';
import { undoHearing } from '@/lib/replies/actions';

interface UndoHearingProps {
  messageId: string;
  /** How many were heard in a row, this one among them. */
  done: number;
  words: { undo: string; pending: string };
}

/** Takes back what was heard a moment ago. */
export function UndoHearing({ messageId, done, words }: UndoHearingProps) {
  const [answer, undo, pending] = useActionState(undoHearing, noAnswer);
  return (
    <form action={undo} className="contents">
      <input type="hidden" name="messageId" value={messageId} />
      <input type="hidden" name="done" value={done} />
      <button type="submit" className="font-normal" {...shortcutAttributes('z')}>
        <span className="link">{pending ? words.pending : words.undo}</span> <Key>z</Key>
      </button>
      {answer.error && <span role="alert"> {answer.error}</span>}
    </form>
  );
}
