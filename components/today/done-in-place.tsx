'use client';

import {
  createContext,
  useContext,
  useState,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { answerOr } from '@/components/gate/answer-or';
import { Chip } from '@/components/ui/chip';
import { Section } from '@/components/ui/page';
import { Rows } from '@/components/ui/rows';
import { finish } from '@/lib/replies/actions';
import { AskDone, type AskWords } from './ask-done';
import { settled, staying, type Mark, type Marks } from './in-place';

interface PersonRow {
  /** Of the contact. */
  readonly id: string;
  readonly row: ReactNode;
}

interface DoneInPlaceProps {
  rows: readonly PersonRow[];
  label: string;
  /** `lost`: no answer came back. */
  words: AskWords & Record<'done' | 'lost', string>;
  /** Instead of the list, where nobody is in it. */
  empty?: ReactNode;
  /** Above the list; with it the list is a part of the page that is there only while somebody is in it. */
  caption?: string | undefined;
  /** Below the list. */
  more?: ReactNode;
}

interface InThisList {
  readonly marks: Marks;
  readonly words: DoneInPlaceProps['words'];
  readonly finishIt: (id: string) => Promise<void>;
  readonly leave: (id: string) => void;
}

const List = createContext<InThisList | null>(null);

/**
 * A list of people in which somebody can be marked done where they stand. It is asked once, since the law takes no
 * ending back; then the row says so at once and stays in its place, until the page is left or the server refuses.
 * Without a script the act leads to the person's page, which asks the same.
 */
export function DoneInPlace({ rows, label, words, empty, caption, more }: DoneInPlaceProps) {
  const [kept, setKept] = useState(rows);
  const [known, setMarks] = useState<Marks>(new Map());
  const marks = settled(known, rows);
  if (marks !== known) setMarks(marks);
  const shown = staying(rows, kept, (id) => marks.has(id));
  if (shown.length !== kept.length || shown.some((row, at) => row !== kept[at])) setKept(shown);

  const mark = (id: string, as: Mark | null) =>
    setMarks((before) => {
      const next = new Map(before);
      if (as) next.set(id, as);
      else next.delete(id);
      return next;
    });
  // No transition: until it ended, nothing else would come to be seen, no other page and no news.
  const finishIt = async (id: string) => {
    mark(id, { is: 'sent' });
    const form = new FormData();
    form.set('contactId', id);
    form.set('then', 'stay');
    const answer = await answerOr(finish, form, words.lost);
    if (answer?.done) mark(id, { is: 'done', left: false });
    else if (answer) mark(id, { is: 'refused', why: answer.error ?? words.lost });
  };
  const ask = (event: MouseEvent) => {
    const id = whomToFinish(event);
    if (!id) return;
    // Before the link, which then leads nowhere.
    event.preventDefault();
    const as = marks.get(id)?.is;
    if (as !== 'sent' && as !== 'done') mark(id, { is: 'asked' });
  };

  if (shown.length === 0) return caption === undefined ? empty : null;
  const list = (
    <List value={{ marks, words, finishIt, leave: (id) => mark(id, null) }}>
      <div onClickCapture={ask}>
        <Rows label={label}>{shown.map(({ row }) => row)}</Rows>
      </div>
      {more}
    </List>
  );
  if (caption === undefined) return list;
  return (
    <Section caption={caption} apart>
      {list}
    </Section>
  );
}

interface OrDoneProps {
  id: string;
  name: string;
  owes: boolean;
  /** Where it stands, as the server says. */
  children: ReactNode;
}

/** Where it stands with somebody in such a list, or what has just become of it. */
export function OrDone({ id, name, owes, children }: OrDoneProps) {
  const list = useContext(List);
  const mark = list?.marks.get(id);
  const act = (then: (id: string) => void) => (event: SyntheticEvent) => {
    // What has the focus goes away: the row has it again, and j and k go on from there.
    event.currentTarget.closest('li')?.querySelector<HTMLElement>('[data-row]')?.focus();
    then(id);
  };
  const ended = mark?.is === 'sent' || mark?.is === 'done';
  return (
    <>
      {list && mark?.is === 'asked' && (
        <AskDone
          {...{ name, owes }}
          words={list.words}
          yes={act((one) => void list.finishIt(one))}
          no={act(list.leave)}
        />
      )}
      {list && ended && (
        <span data-ended={mark.is}>
          <Chip kind="calm" icon="check">
            {list.words.done}
          </Chip>
        </span>
      )}
      <span className="sr-only" role="status">
        {ended && `${name}: ${list?.words.done ?? ''}`}
      </span>
      {!ended && mark?.is !== 'asked' && children}
      {mark?.is === 'refused' && (
        <span className="row-note" role="alert">
          {mark.why}
        </span>
      )}
    </>
  );
}

// The act of a row, pressed with the mouse or by its key; opened in a tab of its own it is a link as any other.
function whomToFinish({ target, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): string | null {
  if (!(target instanceof Element) || metaKey || ctrlKey || shiftKey || altKey) return null;
  const act = target.closest('[data-row-key="e"]');
  return act?.closest<HTMLElement>('li[data-contact-id]')?.dataset['contactId'] ?? null;
}
