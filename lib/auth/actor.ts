import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { EarshotError } from '@/lib/errors/earshot-error';
import { isFromHere } from '@/lib/session/same-origin';
import { signedIn } from '@/lib/session/session';
import { allow, mint, type Act, type Actor, type ActorOf } from './mint';
import { noteUse } from './tokens/mutations';
import { holderOfToken } from './tokens/queries';
import { tokenIn, type Scope } from './tokens/token';
import { signInFor } from './way';

export { mayOwn, mayWrite, type Act, type Actor, type Owner, type Writer } from './mint';

/** For pages: who is asking; somebody who is not signed in goes to sign in. Ask `mayWrite`, `mayOwn` for more. */
export async function actorOrSignIn(): Promise<Actor> {
  const account = await signedIn();
  if (!account) redirect(signInFor((await headers()).get('x-earshot-path')));
  return mint(account);
}

/** How a request came that programs may send too, and which scope the token of a program needs for it. */
export interface Calling {
  readonly headers: Pick<Headers, 'get'>;
  readonly scope: Scope;
}

/**
 * For actions and routes: the proof that whoever asks may do this. A server action is a public address,
 * whatever page its form stands on. With `calling`, a token speaks for its holder; without a token it has to be
 * a page of ours that asks, since a browser sends its session along wherever it is sent from.
 * @throws EarshotError `not_signed_in`, `not_allowed`
 */
export async function mayI<A extends Act>(act: A, calling?: Calling): Promise<ActorOf[A]> {
  const token = calling ? tokenIn(calling.headers) : null;
  if (calling && token !== null) return allow(await actorOf(token, calling.scope), act);
  const account = await signedIn();
  if (!account) throw new EarshotError('not_signed_in');
  if (calling && !isFromHere(calling.headers)) throw new EarshotError('not_allowed', { act });
  return allow(mint(account), act);
}

async function actorOf(token: string, scope: Scope): Promise<Actor> {
  const holder = await holderOfToken(token);
  if (!holder) throw new EarshotError('not_signed_in');
  if (!holder.scopes.includes(scope)) throw new EarshotError('not_allowed', { scope });
  // Whatever its holder may do, a token reads.
  const actor = mint({ ...holder, role: 'reader' });
  await noteUse(actor, holder.tokenId);
  return actor;
}
