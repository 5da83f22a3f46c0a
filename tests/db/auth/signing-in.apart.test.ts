import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { enter } from '@/lib/auth/door/mutations';
import { hashPassword } from '@/lib/auth/password';
import { changePassword, signOutEverywhere } from '@/lib/auth/profile/mutations';
import { db } from '@/lib/db/client';
import { holderOf } from '@/lib/session/session';
import { beginSession } from '@/lib/session/start';
import { poolAs } from '../../support/database';
import { aMember } from '../../support/people';

vi.mock('@node-rs/argon2', { spy: true });

const password = 'we listen before we send';

async function marta() {
  const actor = await aMember({ name: 'Marta' });
  const data = { passwordHash: await hashPassword(password) };
  const { email } = await db().user.update({ where: { id: actor.userId }, data });
  return { actor, email };
}

const entranceOf = async (userId: string) => {
  const { sessionVersion } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  return { userId, sessionVersion };
};
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const sessionOf = async (userId: string) => beginSession(await entranceOf(userId), firefox);

const tooMany = { ok: false, reason: 'too_many_attempts' };

beforeEach(async () => {
  await poolAs('superuser').query('truncate rate_limits');
});

describe('signing in', () => {
  it('takes the right password, and nothing else', async () => {
    const { actor, email } = await marta();
    expect(await enter(email, password, 'home')).toEqual({
      ok: true,
      entered: await entranceOf(actor.userId),
    });
    expect(await enter(email, `${password} `, 'home')).toEqual({ ok: false, reason: 'wrong' });
    expect(await enter('nobody@atelier.example', password, 'home')).toEqual({ ok: false, reason: 'wrong' });
  });

  it('takes a password typed on a keyboard that composes letters in two', async () => {
    const { actor, email } = await marta();
    const passwordHash = await hashPassword('mañana será otro día'.normalize('NFC'));
    await db().user.update({ where: { id: actor.userId }, data: { passwordHash } });
    expect((await enter(email, 'mañana será otro día'.normalize('NFD'), 'home')).ok).toBe(true);
  });

  it('costs an unknown, a closed and a known account the same work', async () => {
    const { actor, email } = await marta();
    const work = async (who: string) => {
      await enter(who, 'a wrong password', 'home');
      const [hash, ...rest] = vi.mocked(verify).mock.calls.splice(0);
      expect(rest).toEqual([]);
      return String(hash?.[0]).split('$').slice(1, 4).join(' ');
    };
    vi.mocked(verify).mockClear();
    const known = await work(email);
    expect(known).toBe('argon2id v=19 m=19456,t=2,p=1');
    expect(await work('nobody@atelier.example')).toBe(known);
    await db().user.update({ where: { id: actor.userId }, data: { closedAt: new Date() } });
    expect(await work(email)).toBe(known);
  });

  it('stops the eleventh wrong try from one place for fifteen minutes, even a right one, and says how long', async () => {
    const { email } = await marta();
    for (let n = 0; n < 10; n += 1)
      expect(await enter(email, 'wrong', 'cafe')).toEqual({ ok: false, reason: 'wrong' });
    expect(await enter(email, password, 'cafe')).toEqual({ ...tooMany, minutes: 15 });
    expect((await enter(email, password, 'home')).ok).toBe(true);
  });

  it('lets no more tries through when they come at once', async () => {
    const { email } = await marta();
    const answers = await Promise.all(Array.from({ length: 40 }, () => enter(email, 'wrong', 'cafe')));
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(10);
  });

  it('counts an account that does not exist just the same', async () => {
    for (let n = 0; n < 10; n += 1) await enter('nobody@atelier.example', 'wrong', 'cafe');
    expect(await enter('nobody@atelier.example', 'wrong', 'cafe')).toMatchObject(tooMany);
  });

  it('gives right tries back: whoever signs in twenty times is not stopped', async () => {
    const { email } = await marta();
    for (let n = 0; n < 12; n += 1) expect((await enter(email, password, 'home')).ok).toBe(true);
  });

  it('stops guessing one account from many places, and many accounts from one', async () => {
    const { email } = await marta();
    await poolAs('superuser').query('truncate rate_limits');
    const spread = Array.from({ length: 61 }, (_, n) => enter(email, 'wrong', `place ${n}`));
    expect(
      (await Promise.all(spread)).filter((answer) => !answer.ok && answer.reason !== 'wrong'),
    ).toHaveLength(1);
    const many = Array.from({ length: 101 }, (_, n) => enter(`guess${n}@atelier.example`, 'wrong', 'cafe'));
    expect(
      (await Promise.all(many)).filter((answer) => !answer.ok && answer.reason !== 'wrong'),
    ).toHaveLength(1);
  });

  it('keeps no address and no network readable beside the counts', async () => {
    const { email } = await marta();
    await enter(email, 'wrong', '203.0.113.7');
    const { rows } = await poolAs('owner').query('select key from rate_limits');
    expect(rows.length).toBe(3);
    expect(JSON.stringify(rows)).not.toMatch(/earshot\.test|203\.0/);
  });
});

describe('a session', () => {
  it('ends when its account is closed', async () => {
    const { actor } = await marta();
    const session = await sessionOf(actor.userId);
    expect((await holderOf(session))?.id).toBe(actor.userId);
    await db().user.update({ where: { id: actor.userId }, data: { closedAt: new Date() } });
    expect(await holderOf(session)).toBeNull();
  });

  it('ends everywhere when they sign out everywhere', async () => {
    const { actor } = await marta();
    const session = await sessionOf(actor.userId);
    await signOutEverywhere(actor);
    expect(await holderOf(session)).toBeNull();
    const said = await db().event.findFirstOrThrow({ where: { actorId: actor.userId } });
    expect(said.verb).toBe('signed_out_everywhere');
  });

  it('ends elsewhere when they change the password', async () => {
    const { actor, email } = await marta();
    const elsewhere = await sessionOf(actor.userId);
    const answer = await changePassword(actor, { current: password, next: 'another short sentence' });
    expect(await holderOf(elsewhere)).toBeNull();
    expect(answer.ok && (await holderOf(await sessionOf(actor.userId)))).toBeTruthy();
    expect((await enter(email, password, 'home')).ok).toBe(false);
    expect((await enter(email, 'another short sentence', 'home')).ok).toBe(true);
  });
});

describe('changing the password', () => {
  it('asks for the current one, ten times at most', async () => {
    const { actor, email } = await marta();
    const change = (current: string) => changePassword(actor, { current, next: 'another short sentence' });
    for (let n = 0; n < 10; n += 1) expect(await change('wrong')).toEqual({ ok: false, reason: 'wrong' });
    expect(await change(password)).toMatchObject(tooMany);
    expect((await enter(email, password, 'home')).ok).toBe(true);
  });

  it('happens once when two ask at once', async () => {
    const { actor } = await marta();
    const change = (next: string) => changePassword(actor, { current: password, next });
    const answers = await Promise.all([change('a first short sentence'), change('a second short sentence')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
