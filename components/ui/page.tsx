import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

interface PageTitleProps {
  /** The title: where it can be, a sentence that says how things stand. */
  children: ReactNode;
  /** What follows it; `<b>` in it stands out in ink. */
  lede?: ReactNode;
  /** Buttons at its right. */
  acts?: ReactNode;
}

/** The first line of a page: its only h1, and the lede under it. */
export function PageTitle({ children, lede, acts }: PageTitleProps) {
  return (
    <header className="page-title">
      <div>
        <h1>{children}</h1>
        {lede && <Lede>{lede}</Lede>}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </header>
  );
}

/** One or two sentences in a soft voice, at most 66 characters wide. */
export function Lede({ children }: { children: ReactNode }) {
  return <p className="lede">{children}</p>;
}

/** A part of a page under a small caption (an h2). `apart` when it follows something that is no section. */
export function Section({
  caption,
  apart,
  id,
  children,
}: {
  caption: ReactNode;
  apart?: boolean;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section className={apart ? 'section section-apart' : 'section'} {...(id ? { id } : {})}>
      <h2 className="cap">{caption}</h2>
      {children}
    </section>
  );
}

/** The page and what stands beside it; below 760 px one after the other. */
export function Two({ children, aside, label }: { children: ReactNode; aside: ReactNode; label: string }) {
  return (
    <div className="two">
      <div>{children}</div>
      <aside aria-label={label}>{aside}</aside>
    </div>
  );
}

/** One thing at a time, in the middle: listening, signing, asking. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className="narrow">{children}</div>;
}

/** A link inside a sentence: underlined, since colour alone tells nobody. */
export function TextLink({ className = '', ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={`link ${className}`} />;
}
