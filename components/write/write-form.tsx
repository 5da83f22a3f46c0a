'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useEffect, useRef, useState, type ChangeEvent, type ReactNode } from 'react';
import { useKeptForm } from '@/components/gate/kept-form';
import { Sentence } from '@/components/gate/sentence';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import type { Part } from '@/lib/gate/parts';
import { nothingYet, type WriteAnswer } from '@/lib/outbox/answer';
import { writePath } from '@/lib/outbox/write-path';
import { useWriting } from './autosave';
import { selectWords, useManners, wordsAt } from './manners';
import type { Finding } from '@/lib/manners/finding';
import { refusing } from '@/lib/manners/manners';

type Word =
  'send' | 'sending' | 'keep' | 'kept' | 'drop' | 'check' | 'nothingSent' | 'closed' | 'saved' | 'notSaved';

interface WriteFormProps {
  action: (before: WriteAnswer, form: FormData) => Promise<WriteAnswer>;
  /** Why this message may not leave, as the page says above; it then offers to keep a draft, and nothing else. */
  refused: readonly Part[] | null;
  hasDraft: boolean;
  /** Who writes, by id. */
  writer: string;
  words: Readonly<Record<Word, string>>;
  children: ReactNode;
}

/** The form around the page one writes on. A changed choice asks the law again; what is written stays. */
export function WriteForm({ action, refused, hasDraft, writer, words, children }: WriteFormProps) {
  const router = useRouter();
  const { answer, pending, form } = useKeptForm(action, nothingYet);
  // What was answered belongs to the choices it was asked with.
  const [past, setPast] = useState(nothingYet);
  // A choice of one's own that closes it is no news.
  const [open, setOpen] = useState(!refused);
  const closed = open && refused;
  const element = useRef<HTMLFormElement>(null);
  const kept = useWriting(element);
  const { refused: unmannerly, setting } = useManners();
  const [first] = unmannerly;
  const why = first && setting.words[first.code];
  const onChange = ({ target, currentTarget }: ChangeEvent<HTMLFormElement, HTMLElement>) => {
    // What was wrong with the words is over as soon as there are others.
    if (answer.error || answer.found.length > 0) setPast(answer);
    if (!target.hasAttribute('data-asks')) return;
    setPast(answer);
    setOpen(false);
    startTransition(() => router.replace(pathOf(currentTarget), { scroll: false }));
  };
  useEffect(() => {
    // Refused meanwhile: why, and what may be done instead, stands above the page one wrote on.
    if (answer.refused) document.getElementById('law')?.focus();
  }, [answer]);
  return (
    <form ref={element} data-writing={writer} data-keeps {...form} onChange={onChange}>
      {children}
      <div className="mt-3 empty:mt-0">
        {answer !== past && <Answer {...{ answer, refused, words }} />}
        {closed && answer === past && <FormMessage kind="error">{words.closed}</FormMessage>}
      </div>
      <div className="acts mt-4">
        {!refused && (
          <Button
            type="submit"
            name="intent"
            value="copy"
            variant="first"
            shortcut="mod+Enter"
            aria-busy={pending || undefined}
            disabledReason={why && `${why.title}. ${why.why}`}
          >
            {pending ? words.sending : words.send}
          </Button>
        )}
        <Button type="submit" name="intent" value="keep">
          {words.keep}
        </Button>
        {(hasDraft || kept === 'kept') && (
          <Button type="submit" name="intent" value="drop" variant="quiet">
            {words.drop}
          </Button>
        )}
        {!refused && first && why && <Refused finding={first} title={why.title} />}
        <span className="text-faint text-[13px]" role="status">
          {kept === 'kept' && words.saved}
          {kept === 'lost' && words.notSaved}
        </span>
        <noscript>
          <button type="submit" name="intent" value="check" className="btn" data-variant="quiet">
            {words.check}
          </button>
        </noscript>
      </div>
    </form>
  );
}

function Answer({
  answer: { refused, found, error, kept },
  refused: above,
  words,
}: Pick<WriteFormProps, 'refused' | 'words'> & { answer: WriteAnswer }) {
  // The page was made anew with the answer: what it says above is not said again.
  if (refused && JSON.stringify(refused.sentence) === JSON.stringify(above))
    return <FormMessage kind="error">{words.nothingSent}</FormMessage>;
  if (refused)
    return (
      <FormMessage kind="error">
        <p>
          <Sentence parts={refused.sentence} />
        </p>
        <p>
          {words.nothingSent} <Sentence parts={refused.next} />
        </p>
      </FormMessage>
    );
  if (found.length > 0) return <Unmannerly {...{ found, words }} />;
  if (error) return <FormMessage kind="error">{error}</FormMessage>;
  return kept ? <FormMessage kind="success">{words.kept}</FormMessage> : null;
}

// Beside the button that does not send: the words that keep it, to be chosen.
function Refused({ finding, title }: { finding: Finding; title: string }) {
  const [place] = finding.places;
  return (
    <span className="finding-why">
      {place && (
        <button type="button" className="link" onClick={() => selectWords(place)}>
          <q>{wordsAt(place)}</q>
        </button>
      )}{' '}
      {title}
    </span>
  );
}

// What the server found: without a script, or where the text was not read here.
function Unmannerly({ found, words }: { found: readonly Finding[]; words: WriteFormProps['words'] }) {
  const { setting } = useManners();
  return (
    <FormMessage kind="error">
      {refusing(found).map(({ code }) => (
        <p key={code}>
          {setting.words[code].title}. {setting.words[code].why}
        </p>
      ))}
      <p>{words.nothingSent}</p>
    </FormMessage>
  );
}

function pathOf(form: HTMLFormElement): string {
  const data = new FormData(form);
  const field = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : null;
  };
  const chosen = {
    ...{ contactId: field('contactId') ?? '', addressId: field('addressId'), pitchId: field('pitchId') },
    ...{ answersId: field('answersId'), newFact: field('newFact') },
  };
  return writePath(chosen, field('thanks') === '1');
}
