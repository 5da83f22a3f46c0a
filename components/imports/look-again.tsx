'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks for the page again every two seconds while something goes on; without a script the link beside it does. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const again = setInterval(() => router.refresh(), 2000);
    return () => clearInterval(again);
  }, [router]);
  return null;
}
