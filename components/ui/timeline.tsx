import type { ReactNode } from 'react';

/** What was said, oldest first. Children are Turn, ThinLine and Day. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="timeline" role="list" aria-label={label}>
      {children}
    </ol>
  );
}

interface TurnProps {
  by: 'them' | 'us';
  /** The words, with their line breaks. */
  children: ReactNode;
  /** Who, on which channel, when, how it was heard. */
  meta: ReactNode;
  lang?: string | undefined;
  /** Retracted, still a draft, or not sent for sure: it does not stand as said. */
  faded?: boolean;
  /** Quoted text or an auto-reply, in a `<Fold>`. */
  folded?: ReactNode;
  id?: string | undefined;
}

/** One turn of a conversation: theirs at the left in serif, ours at the right in sans. */
export function Turn({ by, children, meta, lang, faded, folded, id }: TurnProps) {
  return (
    <li className="turn" data-by={by} data-faded={faded || undefined} id={id}>
      <div className="turn-body" lang={lang}>
        {children}
      </div>
      {folded}
      <div className="turn-meta">{meta}</div>
    </li>
  );
}

/** Something the system did or refused, between two hairlines; `<b>` names it. */
export function ThinLine({ children }: { children: ReactNode }) {
  return (
    <li className="thin">
      <span>{children}</span>
    </li>
  );
}

/** The day the turns below it belong to. */
export function Day({ children }: { children: ReactNode }) {
  return <li className="day">{children}</li>;
}

/** How much of a conversation is theirs, from 0 to 100. The sentence beside it says the same in words. */
export function Balance({ theirs }: { theirs: number }) {
  return (
    <svg className="balance" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
      <rect width={Math.min(100, Math.max(0, theirs))} height="6" />
    </svg>
  );
}
