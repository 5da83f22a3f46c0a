import { beforeEach, describe, expect, it, vi } from 'vitest';
import { actorOrSignIn, mayI } from '@/lib/auth/actor';
import { endOneSession, endOtherSessions } from '@/lib/auth/sessions/mutations';
import { openSessions } from '@/lib/auth/sessions/queries';
import { signOutEverywhere } from '@/lib/auth/profile/mutations';
import { type Claim, holderOf, signedIn, wasEnded } from '@/lib/session/session';
import { beginSession, forgetSession } from '@/lib/session/start';
import { poolAs } from '../../support/database';
import { aMember } from '../../support/people';

// The browser that asks, as its cookie says; everything behind it is real.
const browser = vi.hoisted(() => ({ session: null as { user: object } | null }));
vi.mock('next-auth', () => ({ getServerSession: async () => browser.session }));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36';

type Member = Awaited<ReturnType<typeof aMember>>;

const begin = ({ userId }: Member, userAgent = firefox, sessionVersion = 1) =>
  beginSession({ userId, sessionVersion }, userAgent);
const asks = (claim: Claim) => {
  browser.session = { user: claim };
};
const age = (claim: Claim, column: 'last_seen_at' | 'begun_at', by: string) =>
  poolAs('owner').query(`update sessions set ${column} = law.clock() - $2::interval where id = $1`, [
    claim.sessionId,
    by,
  ]);
const seenAt = async ({ sessionId }: Claim): Promise<Date> => {
  const { rows } = await poolAs('owner').query('select last_seen_at as at from sessions where id = $1', [
    sessionId,
  ]);
  return rows[0].at;
};

beforeEach(() => {
  browser.session = null;
});

describe('where I am signed in', () => {
  it('is a list of browsers by name, this one first', async () => {
    const marta = await aMember();
    const [desk, pocket] = [await begin(marta), await begin(marta, phone)];
    await begin(await aMember());
    asks(desk);
    expect(await openSessions(marta)).toMatchObject([
      { id: desk.sessionId, browser: 'Firefox', system: 'Linux', here: true },
      { id: pocket.sessionId, browser: 'Chrome', system: 'Android', here: false },
    ]);
  });

  it('says when each was last seen, written down at most every five minutes', async () => {
    const desk = await begin(await aMember());
    asks(desk);
    await age(desk, 'last_seen_at', '4 minutes');
    const before = await seenAt(desk);
    expect(await signedIn()).not.toBeNull();
    expect(await seenAt(desk)).toEqual(before);
    await age(desk, 'last_seen_at', '6 minutes');
    expect(await signedIn()).not.toBeNull();
    expect((await seenAt(desk)).getTime()).toBeGreaterThan(before.getTime());
  });

  it('keeps no address of where they connect from', async () => {
    const { rows } = await poolAs('owner').query(
      `select column_name as name from information_schema.columns where table_name = 'sessions' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      ...['begun_at', 'browser', 'id', 'last_seen_at', 'session_version', 'system', 'user_id'],
    ]);
  });
});

describe('an ended session', () => {
  it('may do nothing, and learns that it was ended', async () => {
    const marta = await aMember();
    const [desk, pocket] = [await begin(marta), await begin(marta, phone)];
    asks(pocket);
    expect((await mayI('write')).userId).toBe(marta.userId);
    expect(await wasEnded()).toBe(false);
    expect(await endOneSession(marta, pocket.sessionId)).toBe(true);
    for (const act of ['read', 'write', 'own'] as const)
      await expect(mayI(act)).rejects.toThrow('not_signed_in');
    await expect(actorOrSignIn()).rejects.toMatchObject({ digest: expect.stringContaining('/sign-in') });
    expect(await wasEnded()).toBe(true);
    asks(desk);
    expect((await mayI('write')).userId).toBe(marta.userId);
    expect(await endOneSession(marta, pocket.sessionId)).toBe(false);
  });

  it('is nobody else’s to end', async () => {
    const desk = await begin(await aMember());
    expect(await endOneSession(await aMember(), desk.sessionId)).toBe(false);
    expect(await holderOf(desk)).not.toBeNull();
  });

  it('ends the others and not this one, when that is asked', async () => {
    const marta = await aMember();
    const [desk, pocket, old] = [await begin(marta), await begin(marta, phone), await begin(marta)];
    const other = await begin(await aMember());
    expect(await endOtherSessions(marta, desk.sessionId)).toBe(2);
    expect(
      await Promise.all([desk, pocket, old, other].map(async (one) => (await holderOf(one)) !== null)),
    ).toEqual([true, false, false, true]);
  });

  it('is one that signed out through next-auth, though a copy of its cookie is left', async () => {
    const desk = await begin(await aMember());
    await forgetSession({ token: desk });
    expect(await holderOf(desk)).toBeNull();
  });

  it('is one older than thirty days, however often it was seen', async () => {
    const marta = await aMember();
    const desk = await begin(marta);
    await age(desk, 'begun_at', '30 days');
    expect(await holderOf(desk)).toBeNull();
    expect(await openSessions(marta)).toEqual([]);
  });

  it('is no longer listed, and is forgotten when they sign in again', async () => {
    const marta = await aMember();
    await begin(marta);
    await signOutEverywhere(marta);
    expect(await openSessions(marta)).toEqual([]);
    const again = await begin(marta, firefox, 2);
    const { rows } = await poolAs('owner').query('select id from sessions where user_id = $1', [
      marta.userId,
    ]);
    expect(rows).toEqual([{ id: again.sessionId }]);
  });
});
