'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

interface HandOverProps {
  text: string;
  /** Opens the channel; null where there is no way to. */
  link: string | null;
  /** Copy and open by itself, once, when one has just asked for it. */
  atOnce: boolean;
  words: Readonly<Record<'copy' | 'copied' | 'failed' | 'open', string>>;
}

/** Puts the text into the clipboard and opens the channel, at once when that was asked for, and again by hand. */
export function HandOver({ text, link, atOnce, words }: HandOverProps) {
  const [answer, setAnswer] = useState('');
  const done = useRef(false);

  useEffect(() => {
    // Without a press just before (a reload, a link) the browser would refuse both, and nobody asked for them.
    if (!atOnce || done.current || !navigator.userActivation?.isActive) return;
    done.current = true;
    void toClipboard(text).then((copied) => {
      setAnswer(copied ? words.copied : words.failed);
      if (link) open(link);
    });
  }, [atOnce, link, text, words]);

  const copy = () => void toClipboard(text).then((copied) => setAnswer(copied ? words.copied : words.failed));
  return (
    <>
      <Button icon="copy" onClick={copy}>
        <span aria-live="polite">{answer || words.copy}</span>
      </Button>
      {link && (
        <a
          href={link}
          target={isPage(link) ? '_blank' : undefined}
          rel="noopener noreferrer"
          className="btn"
          data-variant="plain"
        >
          <Icon name="out" />
          {words.open}
        </a>
      )}
    </>
  );
}

const isPage = (link: string) => link.startsWith('https:');

function open(link: string): void {
  if (isPage(link)) window.open(link, '_blank', 'noopener,noreferrer');
  else window.location.assign(link);
}

// Outside https and localhost there is no clipboard to write to.
async function toClipboard(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
