'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, type ReactNode } from 'react';
import { findKeyed, isTyping, keyOf, stepRow } from './keys';

/**
 * Listens for keys and presses what carries them (`data-key`). Keys pressed on their own can be switched off;
 * with ⌘ or Ctrl they stay. Children are the sheet that `?` opens.
 */
export function Keyboard({ on, children }: { on: boolean; children: ReactNode }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const path = usePathname();

  useEffect(() => {
    let first = '';
    let forget: ReturnType<typeof setTimeout> | undefined;

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
      else if (single && document.querySelector(`[data-key^="${CSS.escape(key)} "]`)) {
        first = key;
        forget = setTimeout(() => (first = ''), 1200);
      }
    };

    const act = (key: string): boolean => {
      if (key === '?') sheet.current?.showModal();
      else if (key === 'j' || key === 'k') return stepRow(key === 'j' ? 1 : -1);
      else if (key === '/') findSearch();
      else return findKeyed(key);
      return true;
    };

    const calm = () => delete document.documentElement.dataset.hush;
    document.addEventListener('keydown', press);
    document.addEventListener('pointermove', calm, { passive: true });
    return () => {
      clearTimeout(forget);
      document.removeEventListener('keydown', press);
      document.removeEventListener('pointermove', calm);
    };
  }, [on]);

  useEffect(() => {
    const arrive = () => location.hash === '#search' && document.getElementById('search')?.focus();
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, [path]);

  return (
    <dialog ref={sheet} className="sheet" aria-labelledby="keys-title">
      {children}
    </dialog>
  );
}

function findSearch() {
  const field = document.getElementById('search');
  if (field) field.focus();
  else document.querySelector<HTMLElement>('a[href="/contacts#search"]')?.click();
}
