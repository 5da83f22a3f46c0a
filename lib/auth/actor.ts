import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { EarshotError } from '@/lib/errors/earshot-error';
import { signedIn } from '@/lib/session/session';
import { signInFor } from './way';
import { allow, mint, type Act, type Actor, type ActorOf } from './mint';

export { mayOwn, mayWrite, type Act, type Actor, type Owner, type Writer } from './mint';

/** For pages: who is asking; somebody who is not signed in goes to sign in. Ask `mayWrite`, `mayOwn` for more. */
export async function actorOrSignIn(): Promise<Actor> {
  const account = await signedIn();
  if (!account) redirect(signInFor((await headers()).get('x-earshot-path')));
  return mint(account);
}

/**
 * For actions and routes: the proof that whoever asks may do this. A server action is a public address,
 * whatever page its form stands on.
 * @throws EarshotError `not_signed_in`, `not_allowed`
 */
export async function mayI<A extends Act>(act: A): Promise<ActorOf[A]> {
  const account = await signedIn();
  if (!account) throw new EarshotError('not_signed_in');
  return allow(mint(account), act);
}
