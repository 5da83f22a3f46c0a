import { describe, expect, it } from 'vitest';
import { enter, join, resetPassword, type NewAccount } from '@/lib/auth/door/mutations';
import { isInvitationAlive, isResetAlive, roleOfInvitation } from '@/lib/auth/door/queries';
import { hashOfKey } from '@/lib/auth/keys';
import { makeInvitation, makePasswordReset, revokeInvitation } from '@/lib/auth/team/mutations';
import { pendingInvitations } from '@/lib/auth/team/queries';
import { db } from '@/lib/db/client';
import { holderOf } from '@/lib/session/session';
import { beginSession } from '@/lib/session/start';
import { poolAs } from '../../support/database';
import { aMember, anOwner } from '../../support/people';

let count = 0;
const marta = (): NewAccount => ({
  name: 'Marta Oliveira',
  email: `marta${(count += 1)}@atelier.example`,
  password: 'una frase corta y buena',
  language: 'es',
  timeZone: 'Europe/Lisbon',
});

// The rows become older, not the clock younger.
const age = (table: 'invitations' | 'password_resets', key: string, by: string) =>
  poolAs('owner').query(`update ${table} set expires_at = expires_at - $2::interval where token_hash = $1`, [
    hashOfKey(key),
    by,
  ]);

describe('an invitation', () => {
  it('makes one account with its role, and is written down by whom', async () => {
    const owner = await anOwner();
    const { id, key } = await makeInvitation(owner, { role: 'reader', note: 'for Marta' });
    expect(await roleOfInvitation(key)).toBe('reader');
    const account = marta();
    const answer = await join(key, account, 'home');
    expect(answer.ok).toBe(true);
    const made = await db().user.findUniqueOrThrow({ where: { email: account.email } });
    expect(made).toMatchObject({ role: 'reader', language: 'es', timeZone: 'Europe/Lisbon' });
    expect(await db().invitation.findUniqueOrThrow({ where: { id } })).toMatchObject({ usedById: made.id });
    const joined = await db().event.findFirstOrThrow({
      where: { verb: 'member_joined', subjectId: made.id },
    });
    expect(joined.codes).toEqual({ role: 'reader', invitation: id });
  });

  it('makes one account when sixteen use it at once', async () => {
    const { key } = await makeInvitation(await anOwner(), { role: 'member', note: null });
    const before = await db().user.count();
    const answers = await Promise.all(Array.from({ length: 16 }, () => join(key, marta(), 'home')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().user.count()).toBe(before + 1);
  });

  it('survives an address that is taken, for the next try', async () => {
    const { key } = await makeInvitation(await anOwner(), { role: 'member', note: null });
    const taken = marta();
    const other = await makeInvitation(await anOwner(), { role: 'member', note: null });
    await join(other.key, taken, 'home');
    expect(await join(key, taken, 'home')).toEqual({ ok: false, reason: 'email_taken' });
    expect(await isInvitationAlive(key)).toBe(true);
    expect((await join(key, marta(), 'home')).ok).toBe(true);
  });

  it('is not used up by a scanner that looks at it', async () => {
    const { key } = await makeInvitation(await anOwner(), { role: 'member', note: null });
    for (let look = 0; look < 3; look += 1) expect(await isInvitationAlive(key)).toBe(true);
  });

  it('is dead when it was taken back, or is seven days old, and opens nothing then', async () => {
    const owner = await anOwner();
    const back = await makeInvitation(owner, { role: 'member', note: null });
    expect(await revokeInvitation(owner, back.id)).toBe(true);
    expect(await revokeInvitation(owner, back.id)).toBe(false);
    const old = await makeInvitation(owner, { role: 'member', note: null });
    await age('invitations', old.key, '6 days 23 hours 59 minutes');
    expect(await isInvitationAlive(old.key)).toBe(true);
    await age('invitations', old.key, '1 minute');
    for (const { key, id } of [back, old]) {
      expect(await join(key, marta(), 'home')).toEqual({ ok: false, reason: 'link_dead' });
      expect((await pendingInvitations(owner)).map((one) => one.id)).not.toContain(id);
    }
  });

  it('races with being taken back: one of the two happens', async () => {
    const owner = await anOwner();
    for (let round = 0; round < 8; round += 1) {
      const { id, key } = await makeInvitation(owner, { role: 'member', note: null });
      const [joined, revoked] = await Promise.all([join(key, marta(), 'home'), revokeInvitation(owner, id)]);
      expect(joined.ok).toBe(!revoked);
    }
  });

  it('keeps the key nowhere', async () => {
    const { key } = await makeInvitation(await anOwner(), { role: 'member', note: null });
    await join(key, marta(), 'home');
    for (const table of ['invitations', 'events', 'event_texts', 'rate_limits']) {
      const { rows } = await poolAs('owner').query(`select t::text as row from ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(key);
    }
  });
});

describe('a link that sets a new password', () => {
  it('sets it once, ends every session, and lets in with the new one only', async () => {
    const owner = await anOwner();
    const { key: invitation } = await makeInvitation(owner, { role: 'member', note: null });
    const account = marta();
    const joined = await join(invitation, account, 'home');
    if (!joined.ok) throw new Error('the invitation did not open');
    const key = await makePasswordReset(owner, joined.entered.userId);
    if (!key) throw new Error('no link was made');
    const before = await beginSession(joined.entered, null);
    const reset = await resetPassword(key, 'another short sentence', 'home');
    expect(reset).toMatchObject({ ok: true });
    expect(await holderOf(before)).toBeNull();
    const after = reset.ok && (await beginSession(reset.entered, null));
    expect(after && (await holderOf(after))?.id).toBe(joined.entered.userId);
    expect(await resetPassword(key, 'a third short sentence', 'home')).toEqual({
      ok: false,
      reason: 'link_dead',
    });
    expect((await enter(account.email, account.password, 'home')).ok).toBe(false);
    expect((await enter(account.email, 'another short sentence', 'home')).ok).toBe(true);
  });

  it('is used once when sixteen press the button', async () => {
    const key = await makePasswordReset(await anOwner(), (await aMember()).userId);
    if (!key) throw new Error('no link was made');
    const tries = Array.from({ length: 16 }, (_, n) => resetPassword(key, `a short sentence ${n}`, 'home'));
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('ends with the next one that is made, and after 24 hours', async () => {
    const owner = await anOwner();
    const { userId } = await aMember();
    const first = await makePasswordReset(owner, userId);
    const second = await makePasswordReset(owner, userId);
    if (!first || !second) throw new Error('no link was made');
    expect(await isResetAlive(first)).toBe(false);
    expect(await isResetAlive(second)).toBe(true);
    await age('password_resets', second, '24 hours');
    expect(await isResetAlive(second)).toBe(false);
    expect(await resetPassword(second, 'a short sentence', 'home')).toEqual({
      ok: false,
      reason: 'link_dead',
    });
  });

  it('is not made for oneself', async () => {
    const owner = await anOwner();
    expect(await makePasswordReset(owner, owner.userId)).toBeNull();
  });
});
