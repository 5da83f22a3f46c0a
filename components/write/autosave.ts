'use client';

import { useEffect, useRef, useState } from 'react';
import { keepAsTyped } from '@/lib/outbox/actions';
import { controlOf, useManners } from './manners';
import { bringBackUnkept, forgetUnkept, noteUnkept, wordsOf } from './unkept';

const pause = 300;
const calm = 1_500;

/**
 * Reads along and keeps the text while somebody writes; answers whether it is kept. What was typed a moment ago is
 * kept as the page goes away, and comes back with it if it came too late for that.
 */
export function useWriting(form: React.RefObject<HTMLFormElement | null>): 'nothing' | 'kept' | 'lost' {
  const { read } = useManners();
  const [kept, setKept] = useState<'nothing' | 'kept' | 'lost'>('nothing');
  const leaving = useRef(false);

  useEffect(() => {
    const here = form.current;
    if (!here) return;
    let unkept = false;
    let [reading, keeping]: (ReturnType<typeof setTimeout> | undefined)[] = [];
    const keep = async () => {
      if (leaving.current) return;
      const words = wordsOf(here);
      const found = await keepAsTyped(new FormData(here)).catch(() => null);
      setKept(found ? 'kept' : 'lost');
      if (!found) return;
      if (words === wordsOf(here)) {
        unkept = false;
        forgetUnkept(here);
      }
      read(here, found);
    };
    const typed = () => {
      leaving.current = false;
      unkept = true;
      noteUnkept(here);
      clearTimeout(reading);
      clearTimeout(keeping);
      reading = setTimeout(() => read(here), pause);
      keeping = setTimeout(() => void keep(), calm);
    };
    const goAway = () => {
      const contactId = controlOf(here, 'contactId')?.value ?? '';
      if (!unkept || leaving.current) return;
      const letter = { method: 'POST', body: new FormData(here), keepalive: true };
      void fetch(`/contacts/${contactId}/write/keep`, letter).catch(() => undefined);
    };
    const hide = () => {
      if (document.visibilityState === 'hidden') goAway();
    };
    // What is sent or thrown away is not kept once more behind it.
    const send = () => {
      leaving.current = true;
      clearTimeout(keeping);
    };
    if (bringBackUnkept(here)) typed();
    read(here);
    here.addEventListener('input', typed);
    here.addEventListener('submit', send);
    addEventListener('pagehide', goAway);
    document.addEventListener('visibilitychange', hide);
    return () => {
      if (leaving.current) forgetUnkept(here);
      else goAway();
      clearTimeout(reading);
      clearTimeout(keeping);
      here.removeEventListener('input', typed);
      here.removeEventListener('submit', send);
      removeEventListener('pagehide', goAway);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [form, read]);

  return kept;
}
