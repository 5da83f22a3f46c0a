'use client';

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';

interface KeepPlaceProps {
  /** What is listed now, in its order; each is an `li` of the class `row`. */
  ids: readonly string[];
  children: ReactNode;
}

/**
 * A list whose rows go away when one acts on them: the focus stays, on the row that came, else on the one that took the
 * place, else on what was said (`data-said`). On the row and not on its buttons: a key held down presses nothing.
 */
export function KeepPlace({ ids, children }: KeepPlaceProps) {
  const box = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  const before = useRef(ids);
  const listed = ids.join();
  useEffect(() => {
    const now = listed === '' ? [] : listed.split(',');
    const came = now.findIndex((id) => !before.current.includes(id));
    before.current = now;
    if (place.current === null || document.activeElement !== document.body) return;
    const rows = box.current?.querySelectorAll<HTMLElement>('li.row');
    const next = rows?.[came >= 0 ? came : Math.min(place.current, now.length - 1)];
    if (next) next.tabIndex = -1;
    (next ?? box.current?.querySelector<HTMLElement>('[data-said]'))?.focus();
  }, [listed]);
  const note = ({ target }: FocusEvent) => {
    const row = target.closest('li.row');
    const rows = [...(box.current?.querySelectorAll('li.row') ?? [])];
    place.current = row ? rows.indexOf(row) : 0;
  };
  return (
    <div ref={box} onFocus={note}>
      {children}
    </div>
  );
}
