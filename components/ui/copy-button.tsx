'use client';

import { useState } from 'react';
import { Button, type ButtonProps } from './button';

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'type'> {
  text: string;
  /** Said when it worked. */
  copied: string;
  /** Said when the browser refused: the text must be selected by hand. */
  failed: string;
}

/** Puts a text into the clipboard and says whether that worked. */
export function CopyButton({ text, copied, failed, children, ...rest }: CopyButtonProps) {
  const [answer, setAnswer] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setAnswer(copied),
      () => setAnswer(failed),
    );
  // Outside https and localhost there is no navigator.clipboard, and the call throws before it is a promise.
  const press = () => (window.isSecureContext ? void copy() : setAnswer(failed));
  return (
    <Button icon="copy" {...rest} onClick={press}>
      <span aria-live="polite">{answer || children}</span>
    </Button>
  );
}
