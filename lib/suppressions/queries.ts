import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';

/** The handle behind an address row; null when it is unknown. */
export async function handleOf(_actor: Actor, addressId: string) {
  return db().address.findUnique({ where: { id: addressId }, select: { channel: true, handle: true } });
}
