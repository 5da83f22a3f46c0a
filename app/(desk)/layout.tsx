import type { ReactNode } from 'react';
import { Desk } from '@/components/frame/desk';
import { actorOrSignIn } from '@/lib/auth/actor';

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await actorOrSignIn();
  return <Desk actor={actor}>{children}</Desk>;
}
