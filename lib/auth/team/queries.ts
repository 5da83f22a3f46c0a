import 'server-only';
import type { Role } from '@/generated/prisma/client';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Actor, Owner } from '../mint';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  /** How many contacts they look after. */
  readonly contacts: number;
}

export interface PendingInvitation {
  readonly id: string;
  readonly role: Role;
  readonly note: string | null;
  readonly expiresAt: Date;
}

/** Everybody with an open account, owners first. */
export async function membersOf(_actor: Actor): Promise<Member[]> {
  return rows<Member>(
    `SELECT u.id, u.name, u.email, u.role, u.created_at AS "createdAt",
       (SELECT count(*)::int FROM contacts c WHERE c.owner_id = u.id AND c.merged_into_id IS NULL) AS contacts
     FROM users u WHERE u.closed_at IS NULL ORDER BY u.role, u.name, u.id`,
  );
}

/** One of the team; null when there is no such account, or it is closed. */
export async function memberOf(actor: Actor, id: string): Promise<Member | null> {
  return (await membersOf(actor)).find((member) => member.id === id) ?? null;
}

/** The names of accounts that are closed, the latest first. */
export async function formerMembers(
  _actor: Actor,
): Promise<{ id: string; name: string; closedAt: Date | null }[]> {
  return db().user.findMany({
    where: { closedAt: { not: null } },
    orderBy: { closedAt: 'desc' },
    select: { id: true, name: true, closedAt: true },
  });
}

/** Invitations that could still be used. */
export async function pendingInvitations(_owner: Owner): Promise<PendingInvitation[]> {
  return rows<PendingInvitation>(
    `SELECT id, role, note, expires_at AS "expiresAt" FROM invitations
     WHERE used_at IS NULL AND expires_at > law.clock() ORDER BY expires_at, id`,
  );
}
