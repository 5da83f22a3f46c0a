'use client';

import { useEffect, useRef, type ReactNode } from 'react';

const patience = 1_200;

/**
 * While a row has the focus its own acts (`data-row-key`) answer before the page's: `l` logs with this person. `o`
 * opens it. What follows a `g` belongs to the page.
 */
export function RowKeys({ on, children }: { on: boolean; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = list.current;
    if (!element || !on) return;
    let going = 0;
    const press = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey, isComposing, defaultPrevented, timeStamp, target } = event;
      if (metaKey || ctrlKey || altKey || isComposing || defaultPrevented) return;
      const second = timeStamp - going < patience;
      going = key === 'g' ? timeStamp : 0;
      if (second || !(target instanceof HTMLElement)) return;
      const row = target.closest('.row');
      const wanted = key === 'o' ? '[data-row]' : `[data-row-key="${CSS.escape(key)}"]`;
      const act = row?.querySelector<HTMLElement>(wanted);
      if (!act) return;
      event.preventDefault();
      act.click();
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  }, [on]);

  return <div ref={list}>{children}</div>;
}
