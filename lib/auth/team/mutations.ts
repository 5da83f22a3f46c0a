import 'server-only';
import { v7 } from 'uuid';
import type { Role } from '@/generated/prisma/client';
import { db, type Db } from '@/lib/db/client';
import { withRetry } from '@/lib/db/retry';
import { EarshotError } from '@/lib/errors/earshot-error';
import { record } from '@/lib/events/mutations';
import { hashOfKey, newKey } from '../keys';
import type { Owner } from '../mint';

export type TeamAnswer =
  { readonly ok: true; readonly freed?: number } | { readonly ok: false; readonly reason: TeamRefusal };

/** `last_owner`: nobody would be left to decide. `gone`: the account is closed. `no_successor`: that person cannot take over. */
export type TeamRefusal = 'last_owner' | 'gone' | 'no_successor';

/** Makes a link for one new account that holds seven days. The key is answered once and kept as a hash. */
export async function makeInvitation(owner: Owner, { role, note }: { role: Role; note: string | null }) {
  const id = v7();
  const key = newKey();
  await inTeam(owner, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO invitations (id, token_hash, role, note, invited_by_id, expires_at)
      VALUES (${id}::uuid, ${hashOfKey(key)}, ${role}::role, ${note}, ${owner.userId}::uuid, law.clock() + interval '7 days')`;
    await record(tx, owner, 'invitation_made', { subjectId: id, codes: { role } });
  });
  return { id, key };
}

/** Takes an invitation back. Answers whether there was one to take. */
export async function revokeInvitation(owner: Owner, id: string): Promise<boolean> {
  return inTeam(owner, async (tx) => {
    const revoked = await tx.$executeRaw`
      UPDATE invitations SET expires_at = law.clock() WHERE id = ${id}::uuid AND used_at IS NULL AND expires_at > law.clock()`;
    if (revoked === 1) await record(tx, owner, 'invitation_revoked', { subjectId: id });
    return revoked === 1;
  });
}

/** Gives a member another role; one owner remains. Whoever only reads from now on looks after nobody: `freed` says how many contacts that leaves. */
export async function changeRole(owner: Owner, userId: string, role: Role): Promise<TeamAnswer> {
  return inTeam(owner, async (tx, owners) => {
    if (role !== 'owner' && isLast(owners, userId)) return { ok: false, reason: 'last_owner' };
    // Contacts first, for the same reason as where an account is closed.
    const first = role === 'reader' ? await freeContacts(tx, userId) : 0;
    const [before] = await tx.$queryRaw<{ role: Role }[]>`
      SELECT role FROM users WHERE id = ${userId}::uuid AND closed_at IS NULL FOR NO KEY UPDATE`;
    if (!before) return { ok: false, reason: 'gone' };
    if (before.role === role) return { ok: true };
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    // What somebody gave them meanwhile (law.on_owner held their account) is seen only now.
    const freed = first + (role === 'reader' ? await freeContacts(tx, userId) : 0);
    const codes = { from: before.role, to: role, ...(freed > 0 ? { contacts: freed } : {}) };
    await record(tx, owner, 'role_changed', { subjectId: userId, codes });
    return { ok: true, ...(freed > 0 ? { freed } : {}) };
  });
}

/**
 * Makes a link with which a member sets a new password within 24 hours; earlier links of theirs end. Null when
 * the account is closed. One's own password is changed in the profile, where the current one is asked for.
 */
export async function makePasswordReset(owner: Owner, userId: string): Promise<string | null> {
  if (userId === owner.userId) return null;
  const id = v7();
  const key = newKey();
  return inTeam(owner, async (tx) => {
    const [member] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE id = ${userId}::uuid AND closed_at IS NULL FOR NO KEY UPDATE`;
    if (!member) return null;
    await endLinksFor(tx, userId);
    await tx.$executeRaw`
      INSERT INTO password_resets (id, token_hash, user_id, made_by_id, expires_at)
      VALUES (${id}::uuid, ${hashOfKey(key)}, ${userId}::uuid, ${owner.userId}::uuid, law.clock() + interval '24 hours')`;
    await record(tx, owner, 'password_reset_made', { subjectId: userId });
    return key;
  });
}

/**
 * Closes an account: its contacts and conversations go to somebody who writes, its sessions and the links it made end, its e-mail
 * address is let go. What was done under its name stays.
 */
export async function closeAccount(owner: Owner, userId: string, successorId: string): Promise<TeamAnswer> {
  return inTeam(owner, async (tx, owners) => {
    if (isLast(owners, userId)) return { ok: false, reason: 'last_owner' };
    const both = await tx.$queryRaw<{ id: string; role: Role }[]>`
      SELECT id, role FROM users WHERE id IN (${userId}::uuid, ${successorId}::uuid) AND closed_at IS NULL
      ORDER BY id FOR NO KEY UPDATE`;
    const successor = both.find(({ id }) => id === successorId);
    if (!both.some(({ id }) => id === userId)) return { ok: false, reason: 'gone' };
    if (!successor || successor.role === 'reader' || successorId === userId)
      return { ok: false, reason: 'no_successor' };
    // Contacts first: whoever writes to one holds its standing and then wants the account, in that order.
    const { count } = await tx.contact.updateMany({
      where: { ownerId: userId },
      data: { ownerId: successorId },
    });
    const [given] = await tx.$queryRaw<{ conversations: number }[]>`
      SELECT law.hand_over_all(${userId}::uuid, ${successorId}::uuid, ${owner.userId}::uuid, NULL) AS conversations`;
    await tx.$executeRaw`
      UPDATE users SET closed_at = law.clock(), closed_by_id = ${owner.userId}::uuid, session_version = session_version + 1,
        password_hash = '!', email = id || '@closed.invalid'
      WHERE id = ${userId}::uuid`;
    await endLinksFor(tx, userId);
    await endLinksBy(tx, userId);
    const conversations = given?.conversations ?? 0;
    const codes = { handed_to: successorId, contacts: count, conversations };
    await record(tx, owner, 'account_closed', { subjectId: userId, codes });
    return { ok: true };
  });
}

// Every change of the team first locks the owners, always in the same order: two of them cannot take each other's
// role away at once, and one who no longer is an owner decides nothing any more.
async function inTeam<T>(owner: Owner, work: (tx: Db, owners: readonly string[]) => Promise<T>): Promise<T> {
  return withRetry(() =>
    db().$transaction(
      async (tx) => {
        const locked = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM users WHERE role = 'owner' AND closed_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
        const owners = locked.map(({ id }) => id);
        if (!owners.includes(owner.userId)) throw new EarshotError('not_allowed', { act: 'own' });
        return work(tx, owners);
        // Handing over a hundred thousand contacts takes its time.
      },
      { timeout: 120_000, maxWait: 10_000 },
    ),
  );
}

function isLast(owners: readonly string[], userId: string): boolean {
  return owners.length === 1 && owners[0] === userId;
}

async function freeContacts(tx: Db, ownerId: string): Promise<number> {
  return (await tx.contact.updateMany({ where: { ownerId }, data: { ownerId: null } })).count;
}

async function endLinksFor(tx: Db, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE password_resets SET expires_at = law.clock()
    WHERE user_id = ${userId}::uuid AND used_at IS NULL AND expires_at > law.clock()`;
}

async function endLinksBy(tx: Db, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE password_resets SET expires_at = law.clock()
    WHERE made_by_id = ${userId}::uuid AND used_at IS NULL AND expires_at > law.clock()`;
  await tx.$executeRaw`
    UPDATE invitations SET expires_at = law.clock()
    WHERE invited_by_id = ${userId}::uuid AND used_at IS NULL AND expires_at > law.clock()`;
}
