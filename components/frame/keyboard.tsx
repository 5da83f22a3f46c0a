'use client';

import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { actOn, isBeginning, placeOf, upFrom } from './keymap';
import { findKeyed, isTyping, keyOf, pressInRow, stepRow, unfold } from './keys';
import type { PaletteWords } from './palette/palette';
import { contactIn, personInView } from './person';

const Palette = dynamic(() => import('./palette/palette'), { ssr: false });

interface KeyboardProps {
  /** Whether keys pressed on their own do anything. */
  on: boolean;
  /** Whether this person writes: a reader has no verbs. */
  writes: boolean;
  words: PaletteWords;
  /** The sheet that `?` opens. */
  children: ReactNode;
}

/**
 * Listens for keys (keymap.ts). What carries a key on the page (`data-key`, `data-row-key` in the row in focus) is
 * pressed; otherwise the key does the same from afar. Keys pressed on their own can be switched off; with ⌘ or Ctrl
 * they stay.
 */
export function Keyboard({ on, writes, words, children }: KeyboardProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [palette, setPalette] = useState<{ contactId: string | null; writing: boolean } | null>(null);
  const path = usePathname();
  const router = useRouter();

  useEffect(() => {
    let first = '';
    let forget: ReturnType<typeof setTimeout> | undefined;
    const open = (writing: boolean) => setPalette({ contactId: writing ? null : personInView(), writing });

    const press = (event: KeyboardEvent) => {
      const root = document.documentElement;
      if (event.key === 'Escape') root.dataset.hush = '';
      else delete root.dataset.hush;
      if (event.defaultPrevented || event.isComposing || event.altKey) return;

      const key = keyOf(event);
      const single = !key.startsWith('mod+');
      if (single && (!on || isTyping(event.target, key))) return;
      if (document.querySelector('dialog[open]')) return;

      const combination = first ? `${first} ${key}` : key;
      clearTimeout(forget);
      first = '';
      if (act(combination)) event.preventDefault();
      else if (single && isBeginning(key)) {
        first = key;
        forget = setTimeout(() => (first = ''), 1200);
      }
    };

    const act = (key: string): boolean => {
      const person = writes ? personInView() : null;
      const theirs = person === null ? null : actOn(person, key);
      if (key === '?') showFromTop(sheet.current);
      else if (key === 'mod+k') open(false);
      else if (key === 'j' || key === 'k') return stepRow(key === 'j' ? 1 : -1);
      else if (key === '/') findSearch();
      else if (pressInRow(key) || (!(key === 'l' && person) && findKeyed(key))) return true;
      else if (theirs?.fold && contactIn(location.pathname) === person && unfold(theirs.fold)) return true;
      else if (theirs) router.push(theirs.href);
      else if (key === 'c' && writes) open(true);
      else if (key === 'u') router.push(upFrom(location.pathname, personInView()));
      else if (key === 'o') return openRow();
      else return go(key);
      return true;
    };
    const go = (key: string): boolean => {
      const href = placeOf(key);
      if (!href || (!writes && (href === '/log' || href === '/acts'))) return false;
      const about = href === '/acts' ? personInView() : null;
      router.push(about ? `${href}?contact=${about}` : href);
      return true;
    };

    const click = ({ target }: Event) => {
      const asked = target instanceof Element && target.closest('[data-opens="commands"]');
      if (asked) open(false);
    };
    const calm = () => delete document.documentElement.dataset.hush;
    document.addEventListener('keydown', press);
    document.documentElement.dataset.listens = '';
    document.addEventListener('click', click);
    document.addEventListener('pointermove', calm, { passive: true });
    return () => {
      clearTimeout(forget);
      document.removeEventListener('keydown', press);
      document.removeEventListener('click', click);
      document.removeEventListener('pointermove', calm);
    };
  }, [on, writes, router]);

  useEffect(() => {
    const arrive = () => {
      if (location.hash === '#search') document.getElementById('search')?.focus();
      else if (/^#[a-z-]+$/.test(location.hash)) unfold(location.hash.slice(1));
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, [path]);

  return (
    <>
      <dialog ref={sheet} className="sheet keys-sheet" aria-labelledby="keys-title">
        {children}
      </dialog>
      {palette && <Palette {...palette} words={words} close={() => setPalette(null)} />}
    </>
  );
}

// The first thing to press is at the end of the sheet; the focus begins at its title, where reading begins.
function showFromTop(sheet: HTMLDialogElement | null) {
  sheet?.showModal();
  sheet?.querySelector<HTMLElement>('h2')?.focus();
}

function findSearch() {
  const field = document.getElementById('search');
  if (field) field.focus();
  else document.querySelector<HTMLElement>('a[href="/contacts#search"]')?.click();
}

function openRow(): boolean {
  const row = document.activeElement;
  if (!(row instanceof HTMLElement && row.matches('[data-row]'))) return false;
  row.click();
  return true;
}
