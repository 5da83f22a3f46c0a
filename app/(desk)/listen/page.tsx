import { redirect } from 'next/navigation';
import { actorOrSignIn } from '@/lib/auth/actor';
import { nextToListen } from '@/lib/replies/queries';

export default async function Page() {
  const next = await nextToListen(await actorOrSignIn());
  redirect(next ? `/listen/${next}` : '/today');
}
