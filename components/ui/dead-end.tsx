import type { ReactNode } from 'react';
import { PageTitle } from './page';

interface DeadEndProps {
  /** What happened, or what is missing. */
  title: ReactNode;
  /** What is safe. */
  safe: ReactNode;
  /** Who may do it, where there is somebody. */
  who?: ReactNode;
  /** Ways on. */
  acts: ReactNode;
  /** Read out as soon as it stands there. */
  alert?: boolean;
  children?: ReactNode;
}

/** Where a page cannot be shown: lost, in trouble, or not theirs to use. All of them alike. */
export function DeadEnd({ title, safe, who, acts, alert = false, children }: DeadEndProps) {
  return (
    <div role={alert ? 'alert' : undefined} className="max-w-measure">
      <PageTitle
        lede={
          <>
            {safe}
            {who && <> {who}</>}
          </>
        }
      >
        {title}
      </PageTitle>
      <div className="acts mt-6">{acts}</div>
      {children}
    </div>
  );
}
