import { ownAddresses } from '../filing/queries';
import { handleOf } from '../heads/head';

/** Our own handles, and whose they are. */
export async function ownHandles(): Promise<Map<string, string>> {
  const own = new Map<string, string>();
  for (const { address, userId } of await ownAddresses()) {
    const handle = handleOf(address);
    if (handle && !own.has(handle)) own.set(handle, userId);
  }
  return own;
}
