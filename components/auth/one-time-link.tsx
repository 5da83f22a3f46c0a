'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';

export interface LinkWords {
  label: string;
  copy: string;
  copied: string;
  failed: string;
}

/** A link that is shown this once, to be given to somebody by hand. */
export function OneTimeLink({ href, words }: { href: string; words: LinkWords }) {
  return (
    <div className="mt-4 max-w-[66ch]">
      <Field label={words.label} value={href} readOnly onFocus={({ target }) => target.select()} />
      <div className="acts mt-3">
        <CopyButton text={href} copied={words.copied} failed={words.failed}>
          {words.copy}
        </CopyButton>
      </div>
    </div>
  );
}
