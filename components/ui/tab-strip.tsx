'use client';

import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** A strip that shows where it goes on, and in which the current one is in sight. */
export function TabStrip({ label, children }: { label: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  const [more, setMore] = useState('');

  useLayoutEffect(() => {
    const nav = strip.current;
    const current = nav?.querySelector<HTMLElement>('[aria-current]');
    if (!nav || !current) return;
    const room = (nav.clientWidth - current.offsetWidth) / 2;
    nav.scrollLeft = current.offsetLeft - nav.offsetLeft - room;
  });

  useEffect(() => {
    const nav = strip.current;
    if (!nav) return;
    const look = () => {
      const before = nav.scrollLeft > 1 ? 'before ' : '';
      const after = nav.scrollLeft + nav.clientWidth < nav.scrollWidth - 1 ? 'after' : '';
      setMore(before + after);
    };
    const watch = new ResizeObserver(look);
    watch.observe(nav);
    nav.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      nav.removeEventListener('scroll', look);
    };
  }, []);

  return (
    <nav ref={strip} className="tabs" aria-label={label} data-more={more || undefined}>
      {children}
    </nav>
  );
}
