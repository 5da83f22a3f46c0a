'use client';

import { usePathname, useRouter } from 'next/navigation';
import { startTransition, useEffect, useState } from 'react';
import { concerns } from './concerns';
import { follow } from './follow';
import { isWriting } from './writing';

interface LiveProps {
  /** When this page was made, by the server's clock (ms). */
  since: number;
  words: Readonly<Record<'changed' | 'show', string>>;
}

const settling = 100;
const between = 700;

/**
 * Makes the page anew when something changed that it shows: a moment later, while it is looked at, and never under
 * somebody whose words it could take away: then it says so and leaves it to them.
 */
export function Live({ since, words }: LiveProps) {
  const router = useRouter();
  const path = usePathname();
  const [from] = useState(since);
  const [waitingOn, setWaitingOn] = useState<string | null>(null);

  useEffect(() => {
    const typed = new Set<EventTarget>();
    let due: ReturnType<typeof setTimeout> | undefined;
    let before = -Infinity;
    let stale = false;

    const refresh = () => {
      due = undefined;
      stale = document.hidden;
      if (stale) return;
      if (isWriting(typed)) return setWaitingOn(location.pathname);
      setWaitingOn(null);
      before = performance.now();
      startTransition(() => router.refresh());
    };
    const soon = () => {
      due ??= setTimeout(refresh, Math.max(settling, before + between - performance.now()));
    };
    const onInput = ({ target }: Event) => target && typed.add(target);
    const onShown = () => stale && soon();
    const stop = follow(from, (news) => concerns(location.pathname, news) && soon());
    document.addEventListener('input', onInput);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      stop();
      clearTimeout(due);
      document.removeEventListener('input', onInput);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [router, from]);

  const show = () => {
    setWaitingOn(null);
    startTransition(() => router.refresh());
  };
  return (
    <div role="status">
      {waitingOn === path && (
        <div className="toast">
          <span>{words.changed}</span>
          <button type="button" className="link" onClick={show}>
            {words.show}
          </button>
        </div>
      )}
    </div>
  );
}
