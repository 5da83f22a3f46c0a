'use client';

import { Trouble, type TroubleProps } from '@/components/frame/trouble';

export default function ErrorPage(props: TroubleProps) {
  return (
    <main className="desk-main">
      <Trouble {...props} />
    </main>
  );
}
