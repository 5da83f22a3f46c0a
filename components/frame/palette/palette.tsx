'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Key } from '@/components/ui/key';
import { matching, type Command, type PaletteAnswer } from './match';

export type PaletteWords = Readonly<
  Record<'label' | 'find' | 'whom' | 'nothing' | (typeof groups)[number], string>
>;

interface PaletteProps {
  /** Whose verbs come first. */
  contactId: string | null;
  /** Only people, each leading to where one writes to them. */
  writing: boolean;
  words: PaletteWords;
  close: () => void;
}

const groups = ['person', 'go', 'people', 'organizations', 'near', 'settings', 'add', 'said'] as const;
const patience = 120;

/** What can be done and where to go, found by typing: a combobox over a list (ARIA 1.2), in a dialog. */
export default function Palette({ contactId, writing, words, close }: PaletteProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [base, setBase] = useState<PaletteAnswer | null>(null);
  const [people, setPeople] = useState<readonly Command[]>([]);
  const [at, setAt] = useState(0);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const left = new AbortController();
    const about = contactId ? { contact: contactId } : {};
    void ask(writing ? { writing: '1' } : about, left.signal).then((answer) => answer && setBase(answer));
    return () => left.abort();
  }, [contactId, writing]);
  useEffect(() => {
    const left = new AbortController();
    const search = typed.trim();
    const later = setTimeout(() => {
      if (search.length < 2) return setPeople([]);
      const asked = { words: search, ...(writing ? { writing: '1' } : {}) };
      void ask(asked, left.signal).then((answer) => answer && setPeople(answer.commands));
    }, patience);
    return () => {
      clearTimeout(later);
      left.abort();
    };
  }, [typed, writing]);

  const first = matching(base?.commands ?? [], typed).filter(
    ({ id }) => !people.some((one) => one.id === id),
  );
  const all = [...first, ...people];
  // Somebody new is offered where nobody else is meant.
  const known = all.filter(({ group }) => group !== 'add');
  const met = known.some(({ group }) => group !== 'said' && group !== 'near') ? known : all;
  const found = groups.flatMap((group) => met.filter((one) => one.group === group));
  const current = found[Math.min(at, found.length - 1)];
  const choose = ({ href }: Command) => {
    dialog.current?.close();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && current && !event.nativeEvent.isComposing) choose(current);
    else if (event.key === 'k' && (event.metaKey || event.ctrlKey)) dialog.current?.close();
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    document.getElementById('palette-current')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <dialog
      ref={dialog}
      className="sheet palette"
      aria-label={words.label}
      onClose={close}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <input
        className="palette-field"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="palette-found"
        aria-autocomplete="list"
        aria-activedescendant={current ? 'palette-current' : undefined}
        aria-label={writing ? words.whom : words.find}
        placeholder={writing ? words.whom : words.find}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-found" role="listbox" aria-label={words.label} className="palette-found">
        {groups.map((group) => {
          const here = found.filter((one) => one.group === group);
          const title = group === 'person' ? (base?.person ?? words.person) : words[group];
          return (
            here.length > 0 && (
              <div key={group} role="group" aria-label={title}>
                <div role="presentation" className="palette-group">
                  {title}
                </div>
                {here.map((one) => (
                  <div
                    key={one.id}
                    id={one === current ? 'palette-current' : undefined}
                    role="option"
                    aria-selected={one === current}
                    className="palette-one"
                    onPointerMove={() => setAt(found.indexOf(one))}
                    onClick={() => choose(one)}
                  >
                    <span>{one.label}</span>
                    {one.hint && <span className="palette-hint">{one.hint}</span>}
                    {one.key && <Key>{one.key}</Key>}
                  </div>
                ))}
              </div>
            )
          );
        })}
      </div>
      <p role="status" className="palette-nothing">
        {found.length === 0 && typed.trim().length > 1 ? words.nothing : ''}
      </p>
    </dialog>
  );
}

// Null when nobody answers, and when the palette was left before the answer was there or read.
async function ask(asked: Record<string, string>, signal: AbortSignal): Promise<PaletteAnswer | null> {
  const query = new URLSearchParams(asked).toString();
  try {
    const answer = await fetch(`/api/commands?${query}`, { signal });
    if (!answer.ok) return null;
    const told: PaletteAnswer = await answer.json();
    return told;
  } catch {
    return null;
  }
}
