'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface MoreSheetProps {
  word: string;
  label: string;
  /** The places it leads to: on one of them its button says so. */
  places: readonly string[];
  children: ReactNode;
}

/**
 * What the bar has no room for. A popover: the browser opens it, closes it with Escape or a tap beside it, without a
 * script. It is a new one on each page, and therefore closed when one arrives.
 */
export function MoreSheet({ word, label, places, children }: MoreSheetProps) {
  const path = usePathname();
  const here = places.some((href) => path === href || path.startsWith(`${href}/`));
  return (
    <>
      <button type="button" popoverTarget="more" data-here={here || undefined}>
        {word}
      </button>
      <nav key={path} id="more" popover="auto" className="more" aria-label={label}>
        {children}
      </nav>
    </>
  );
}
