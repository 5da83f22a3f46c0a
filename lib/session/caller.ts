import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env/env';
import { addressOf, networkOf, peerHeader } from './network';

/** The network this request came from, for limits; 'unknown' when nothing tells. */
export async function callersNetwork(): Promise<string> {
  const head = await headers();
  const said = { peer: head.get(peerHeader), forwardedFor: head.get('x-forwarded-for') };
  return networkOf(addressOf(said, env().EARSHOT_TRUSTED_PROXIES));
}
