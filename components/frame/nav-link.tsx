'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Key, shortcutAttributes } from '@/components/ui/key';

/** A link that knows when it is where we are: the place itself or anything below it. */
export function NavLink({
  href,
  shortcut,
  children,
}: {
  href: string;
  shortcut?: string | undefined;
  children: ReactNode;
}) {
  const path = usePathname();
  // An address with a hash is a spot on a place that has a link of its own.
  const here = !href.includes('#') && (path === href || path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      {...shortcutAttributes(shortcut)}
    >
      {children}
      {shortcut && <Key>{shortcut}</Key>}
    </Link>
  );
}
