'use client';

import { useCallback, type ReactNode } from 'react';

/** A link to be dragged into the bookmarks. Without a script it has no address; the text beside it can be copied. */
export function BookmarkLink({ code, children }: { code: string; children: ReactNode }) {
  // React refuses an address that is a script, and rightly: it is for elsewhere, and pressing it here does nothing.
  const carry = useCallback((link: HTMLAnchorElement | null) => link?.setAttribute('href', code), [code]);
  return (
    <a ref={carry} className="btn" data-variant="first" onClick={(event) => event.preventDefault()}>
      <span>{children}</span>
    </a>
  );
}
