import type { ReactNode } from 'react';
import { Icon } from './icon';

interface SaidProps {
  by: 'them' | 'us';
  /** The language it is written in, where known: it decides how it is read aloud and hyphenated. */
  lang?: string | undefined;
  /** All of it, with its line breaks; otherwise two lines. */
  whole?: boolean;
  children: ReactNode;
}

/** Somebody's words: theirs in serif, ours in sans. */
export function Said({ by, lang, whole, children }: SaidProps) {
  return (
    <div className="said" data-by={by} data-whole={whole || undefined} lang={lang}>
      {children}
    </div>
  );
}

/** Their words inside a sentence of ours: in serif, between the quotation marks of the page's language. */
export function Quote({ lang, children }: { lang?: string | undefined; children: ReactNode }) {
  return (
    <q className="words" lang={lang}>
      {children}
    </q>
  );
}

/** What they said, large, when it is the one thing to read; `<mark>` underlines what a suggestion rests on. */
export function Heard({ lang, children }: { lang?: string | undefined; children: ReactNode }) {
  return (
    <blockquote className="heard" lang={lang}>
      {children}
    </blockquote>
  );
}

/** Words too long to stand above what is asked about them: their first dozen lines, and the rest where one ticks it. */
export function Long({ more, children }: { more: ReactNode; children: ReactNode }) {
  return (
    <div className="long">
      {children}
      <label className="long-more">
        <input type="checkbox" className="sr-only" />
        <Icon name="right" />
        {more}
      </label>
    </div>
  );
}
