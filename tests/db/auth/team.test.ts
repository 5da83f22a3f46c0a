import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOwner, resetOwnerPassword } from '@/lib/auth/console/mutations';
import { writerAtTheConsole } from '@/lib/auth/console/queries';
import { enter } from '@/lib/auth/door/mutations';
import { isInvitationAlive, isResetAlive, isUnset } from '@/lib/auth/door/queries';
import type { Owner } from '@/lib/auth/mint';
import { changeRole, closeAccount, makeInvitation, makePasswordReset } from '@/lib/auth/team/mutations';
import { formerMembers, membersOf } from '@/lib/auth/team/queries';
import { db } from '@/lib/db/client';
import { isEarshotError } from '@/lib/errors/earshot-error';
import { poolAs } from '../../support/database';
import { aMember, anOwner, aReader } from '../../support/people';

let owner: Owner;

beforeEach(async () => {
  await poolAs('superuser').query('truncate users, events, rate_limits, contacts cascade');
  await poolAs('superuser').query('insert into policy (id) values (1) on conflict do nothing');
  owner = await anOwner({ name: 'Nora' });
});

async function aContact(ownerId: string) {
  const id = v7();
  await db().contact.create({ data: { id, name: 'Ana', nameKey: 'ana', ownerId } });
  return id;
}

async function somebodyWaitsFor(pid: number): Promise<boolean> {
  const found = await poolAs('superuser').query(
    'SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))',
    [pid],
  );
  return found.rows.length > 0;
}

const notAllowed = expect.toSatisfy((error) => isEarshotError(error, 'not_allowed'));
const openOwners = () => db().user.count({ where: { role: 'owner', closedAt: null } });

describe('roles', () => {
  it('whoever only reads from now on looks after nobody', async () => {
    const { userId } = await aMember();
    const contact = await aContact(userId);
    expect(await changeRole(owner, userId, 'reader')).toEqual({ ok: true, freed: 1 });
    expect((await db().contact.findUniqueOrThrow({ where: { id: contact } })).ownerId).toBeNull();
    expect((await membersOf(owner)).find(({ id }) => id === userId)?.contacts).toBe(0);
  });

  it('nor does whoever is given a contact in the very moment in which they become a reader', async () => {
    const { userId } = await aMember();
    const contact = await aContact(owner.userId);
    const giver = await poolAs('app').connect();
    try {
      await giver.query('BEGIN');
      await giver.query('UPDATE contacts SET owner_id = $1 WHERE id = $2', [userId, contact]);
      const [{ pid } = { pid: 0 }] = (await giver.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'))
        .rows;
      const changed = changeRole(owner, userId, 'reader');
      await expect.poll(() => somebodyWaitsFor(pid)).toBe(true);
      await giver.query('COMMIT');
      expect(await changed).toEqual({ ok: true, freed: 1 });
    } finally {
      giver.release(true);
    }
    expect((await db().contact.findUniqueOrThrow({ where: { id: contact } })).ownerId).toBeNull();
  });

  it('are given by an owner, and written down', async () => {
    const { userId } = await aMember();
    expect(await changeRole(owner, userId, 'reader')).toEqual({ ok: true });
    expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).role).toBe('reader');
    const said = await db().event.findFirstOrThrow({ where: { verb: 'role_changed' } });
    expect(said).toMatchObject({
      actorId: owner.userId,
      subjectId: userId,
      codes: { from: 'member', to: 'reader' },
    });
  });

  it('leave one owner, whoever is asked', async () => {
    expect(await changeRole(owner, owner.userId, 'member')).toEqual({ ok: false, reason: 'last_owner' });
    expect(await openOwners()).toBe(1);
  });

  it('leave one owner when two owners dismiss each other at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await poolAs('superuser').query('truncate users, events cascade');
      const [one, other] = [await anOwner(), await anOwner()];
      await Promise.allSettled([
        changeRole(one, other.userId, 'member'),
        changeRole(other, one.userId, 'member'),
      ]);
      expect(await openOwners()).toBe(1);
    }
  });

  it('are not given by somebody who stopped being an owner a moment ago', async () => {
    const other = await anOwner();
    await changeRole(owner, other.userId, 'member');
    await expect(changeRole(other, owner.userId, 'reader')).rejects.toEqual(notAllowed);
    await expect(makeInvitation(other, { role: 'owner', note: null })).rejects.toEqual(notAllowed);
  });
});

describe('closing an account', () => {
  it('hands its contacts over, ends its session and its links, and lets its address go', async () => {
    const leaving = await anOwner({ name: 'Tom' });
    const heir = await aMember({ name: 'Eva' });
    const contact = await aContact(leaving.userId);
    const invitation = await makeInvitation(leaving, { role: 'member', note: null });
    const reset = await makePasswordReset(leaving, heir.userId);
    expect(await closeAccount(owner, leaving.userId, heir.userId)).toEqual({ ok: true });
    const closed = await db().user.findUniqueOrThrow({ where: { id: leaving.userId } });
    expect(closed).toMatchObject({
      name: 'Tom',
      closedById: owner.userId,
      email: `${leaving.userId}@closed.invalid`,
    });
    expect(closed.closedAt).not.toBeNull();
    expect(closed.sessionVersion).toBe(2);
    expect((await db().contact.findUniqueOrThrow({ where: { id: contact } })).ownerId).toBe(heir.userId);
    expect((await db().standing.findUniqueOrThrow({ where: { contactId: contact } })).ownerId).toBe(
      heir.userId,
    );
    expect(await isInvitationAlive(invitation.key)).toBe(false);
    expect(reset && (await isResetAlive(reset))).toBe(false);
    const said = await db().event.findFirstOrThrow({ where: { verb: 'account_closed' } });
    expect(said.codes).toEqual({ handed_to: heir.userId, contacts: 1, conversations: 0 });
    expect((await membersOf(owner)).map(({ name }) => name)).toEqual(['Nora', 'Eva']);
    expect((await formerMembers(owner)).map(({ name }) => name)).toEqual(['Tom']);
  });

  it('counts what each looks after', async () => {
    await aContact(owner.userId);
    await aContact(owner.userId);
    expect((await membersOf(owner)).map(({ contacts }) => contacts)).toEqual([2]);
  });

  it.each([
    ['a reader', async () => (await aReader()).userId],
    ['the one who leaves', async (leaving: string) => leaving],
    ['nobody we know', async () => v7()],
  ])('is refused when %s would take over', async (_, heirOf) => {
    const { userId } = await aMember();
    expect(await closeAccount(owner, userId, await heirOf(userId))).toEqual({
      ok: false,
      reason: 'no_successor',
    });
    expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).closedAt).toBeNull();
  });

  it('happens once, and never to the last owner', async () => {
    const [leaving, heir] = [await aMember(), await aMember()];
    const twice = await Promise.all([
      closeAccount(owner, leaving.userId, heir.userId),
      closeAccount(owner, leaving.userId, heir.userId),
    ]);
    expect(twice).toContainEqual({ ok: false, reason: 'gone' });
    expect(twice).toContainEqual({ ok: true });
    expect(await closeAccount(owner, owner.userId, heir.userId)).toEqual({ ok: false, reason: 'last_owner' });
  });

  it('leaves one owner when two close each other at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      await poolAs('superuser').query('truncate users, events cascade');
      const [one, other, heir] = [await anOwner(), await anOwner(), await aMember()];
      await Promise.allSettled([
        closeAccount(one, other.userId, heir.userId),
        closeAccount(other, one.userId, heir.userId),
      ]);
      expect(await openOwners()).toBe(1);
    }
  });
});

describe('the command line', () => {
  const given = { name: 'Iris', email: 'Iris@Atelier.Example', password: 'we listen before we send' };

  it('makes an owner, closes the set-up link, and signs in', async () => {
    await poolAs('superuser').query(`update installation set set_up_at = null, setup_key_hash = 'x'`);
    const id = await createOwner(given);
    expect(await isUnset()).toBe(false);
    expect(await enter('iris@atelier.example', given.password, 'home')).toMatchObject({
      ok: true,
      entered: { userId: id },
    });
    await expect(createOwner(given)).rejects.toEqual(
      expect.toSatisfy((error) => isEarshotError(error, 'conflict')),
    );
  });

  it('says what is wrong with an owner it does not make', async () => {
    await expect(createOwner({ name: '', email: 'iris', password: 'short' })).rejects.toMatchObject({
      code: 'invalid_input',
      facts: { problems: ['name_missing', 'email_wrong', 'password_short'] },
    });
  });

  it('sets the password of an owner, and of nobody else', async () => {
    await createOwner(given);
    await resetOwnerPassword({ email: given.email, password: 'another short sentence' });
    expect((await enter('iris@atelier.example', 'another short sentence', 'home')).ok).toBe(true);
    const member = await aMember();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: member.userId } });
    await expect(resetOwnerPassword({ email, password: 'another short sentence' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('works in the name of the first owner, or of whom it is told, if they write', async () => {
    expect((await writerAtTheConsole()).userId).toBe(owner.userId);
    const reader = await aReader();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: reader.userId } });
    await expect(writerAtTheConsole(email)).rejects.toEqual(notAllowed);
    await expect(writerAtTheConsole('nobody@atelier.example')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the log', () => {
  it('holds ids and codes, never an e-mail address or a name', async () => {
    const heir = await aMember({ name: 'Eva' });
    const leaving = await aMember({ name: 'Tom' });
    await makeInvitation(owner, { role: 'member', note: 'for Marta' });
    await makePasswordReset(owner, heir.userId);
    await closeAccount(owner, leaving.userId, heir.userId);
    const { rows } = await poolAs('owner').query('select e::text as row from events e');
    expect(rows.length).toBe(3);
    expect(JSON.stringify(rows)).not.toMatch(/@|Eva|Tom|Nora|Marta/);
  });
});
