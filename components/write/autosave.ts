'use client';

import { useEffect, useRef, useState } from 'react';
import { keepAsTyped } from '@/lib/outbox/actions';
import { useManners } from './manners';

const pause = 300;
const calm = 1_500;

/** Reads along and keeps the text while somebody writes; answers whether it is kept. */
export function useWriting(form: React.RefObject<HTMLFormElement | null>): 'nothing' | 'kept' | 'lost' {
  const { read } = useManners();
  const [kept, setKept] = useState<'nothing' | 'kept' | 'lost'>('nothing');
  const leaving = useRef(false);

  useEffect(() => {
    const here = form.current;
    if (!here) return;
    let [reading, keeping]: (ReturnType<typeof setTimeout> | undefined)[] = [];
    const keep = async () => {
      if (leaving.current) return;
      const found = await keepAsTyped(new FormData(here)).catch(() => null);
      setKept(found ? 'kept' : 'lost');
      if (found) read(here, found);
    };
    const typed = () => {
      leaving.current = false;
      clearTimeout(reading);
      clearTimeout(keeping);
      reading = setTimeout(() => read(here), pause);
      keeping = setTimeout(() => void keep(), calm);
    };
    // What is sent or thrown away is not kept once more behind it.
    const send = () => {
      leaving.current = true;
      clearTimeout(keeping);
    };
    read(here);
    here.addEventListener('input', typed);
    here.addEventListener('submit', send);
    return () => {
      clearTimeout(reading);
      clearTimeout(keeping);
      here.removeEventListener('input', typed);
      here.removeEventListener('submit', send);
    };
  }, [form, read]);

  return kept;
}
