import { beforeEach, describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/v1/gate/check/route';
import { mayI, mayOwn, mayWrite } from '@/lib/auth/actor';
import { secondsToWait } from '@/lib/auth/limits';
import { closeAccount } from '@/lib/auth/team/mutations';
import { makeToken, revokeToken } from '@/lib/auth/tokens/mutations';
import { tokensFor } from '@/lib/auth/tokens/queries';
import { db } from '@/lib/db/client';
import type { SignedIn } from '@/lib/session/session';
import { checked, problemOf, question } from '../gate/asking';
import { poolAs } from '../../support/database';
import { aMember, anOwner, aReader } from '../../support/people';

const session = vi.hoisted(() => ({ of: null as SignedIn | null }));

vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => session.of,
}));

const asked = { x: '@nobody_known' };
const forEver = { name: 'a spreadsheet', days: null };
const statusOf = async (request: Request) => (await POST(request)).status;
const change = (sql: string, values: unknown[]) => poolAs('owner').query(sql, values);
const ofToken = async (userId: string) =>
  db().apiToken.findFirstOrThrow({ where: { userId }, orderBy: { createdAt: 'desc' } });

beforeEach(async () => {
  session.of = null;
  await poolAs('superuser').query('truncate rate_limits');
});

describe('a token', () => {
  it('is told by its beginning, and kept as nothing but a hash', async () => {
    const marta = await aMember();
    const token = await makeToken(marta, forEver);
    expect(token).toMatch(/^earshot_[\w-]{43}$/);
    const row = await ofToken(marta.userId);
    expect(row).toMatchObject({ name: 'a spreadsheet', scopes: ['gate:check'], expiresAt: null });
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify([row, await tokensFor(marta)])).not.toContain(token.slice(8));
    const events = await db().event.findMany({ where: { subjectId: row.id } });
    expect(events).toMatchObject([{ verb: 'token_made', actorId: marta.userId }]);
    expect(JSON.stringify(events.map(({ codes }) => codes))).not.toContain(token.slice(8));
  });

  it('opens the gate’s question, and what is a little different opens nothing', async () => {
    const token = await makeToken(await aMember(), forEver);
    await expect(checked(asked, token)).resolves.toMatchObject({ known: false });
    for (const wrong of [null, token.slice(0, -1), token.toUpperCase(), `${token}x`, token.slice(8)]) {
      const problem = await problemOf(question(asked, wrong));
      expect(problem).toMatchObject({ status: 401, code: 'not_signed_in' });
      expect(problem.headers.get('www-authenticate')).toBe('Bearer realm="Earshot"');
    }
  });

  it('is dead once it is revoked, by whoever made it or by an owner, and by nobody else', async () => {
    const [nora, marta, ben] = [await anOwner(), await aMember(), await aMember()];
    const [one, two] = [await makeToken(marta, forEver), await makeToken(marta, forEver)];
    const [second, first] = await tokensFor(marta);
    expect(await revokeToken(ben, first?.id ?? '')).toBe(false);
    expect(await statusOf(question(asked, one))).toBe(200);
    expect(await revokeToken(marta, first?.id ?? '')).toBe(true);
    expect(await revokeToken(marta, first?.id ?? '')).toBe(false);
    expect(await statusOf(question(asked, one))).toBe(401);
    expect(await statusOf(question(asked, two))).toBe(200);
    expect(await revokeToken(nora, second?.id ?? '')).toBe(true);
    expect(await statusOf(question(asked, two))).toBe(401);
    expect(await tokensFor(marta)).toMatchObject([
      { alive: false, revokedBy: 'own' },
      { alive: false, revokedBy: 'write' },
    ]);
  });

  it('is dead when its time is over', async () => {
    const marta = await aMember();
    const token = await makeToken(marta, { name: 'for a month', days: 30 });
    const { id, expiresAt, createdAt } = await ofToken(marta.userId);
    expect(Math.round(((expiresAt?.getTime() ?? 0) - createdAt.getTime()) / 86_400_000)).toBe(30);
    expect(await statusOf(question(asked, token))).toBe(200);
    await change(`update api_tokens set expires_at = law.clock() - interval '1 second' where id = $1`, [id]);
    expect(await statusOf(question(asked, token))).toBe(401);
  });

  it('dies with its account', async () => {
    const [nora, marta] = [await anOwner(), await aMember({ name: 'Marta' })];
    const token = await makeToken(marta, forEver);
    expect(await closeAccount(nora, marta.userId, nora.userId)).toEqual({ ok: true });
    expect(await statusOf(question(asked, token))).toBe(401);
    expect((await tokensFor(nora)).filter(({ holder, alive }) => holder === 'Marta' && alive)).toEqual([]);
  });

  it('of another scope is understood and not let in', async () => {
    const marta = await aMember();
    const token = await makeToken(marta, forEver);
    await change('alter table api_tokens drop constraint api_tokens_scopes', []);
    await change(`update api_tokens set scopes = '{other:scope}' where user_id = $1`, [marta.userId]);
    expect(await problemOf(question(asked, token))).toMatchObject({ status: 403, code: 'not_allowed' });
  });

  it('reads, whatever its holder may do', async () => {
    const token = await makeToken(await anOwner(), forEver);
    const calling = { headers: question(asked, token).headers, scope: 'gate:check' } as const;
    const actor = await mayI('read', calling);
    expect([actor.role, mayWrite(actor), mayOwn(actor)]).toEqual(['reader', false, false]);
    await expect(mayI('write', calling)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('a reader may have one, for asking changes nothing', async () => {
    const token = await makeToken(await aReader(), forEver);
    await expect(checked(asked, token)).resolves.toMatchObject({ allowed: true });
  });

  it('notes when it was last used, to the minute', async () => {
    const marta = await aMember();
    const token = await makeToken(marta, forEver);
    expect((await ofToken(marta.userId)).lastUsedAt).toBeNull();
    await checked(asked, token);
    const first = (await ofToken(marta.userId)).lastUsedAt;
    await checked(asked, token);
    expect((await ofToken(marta.userId)).lastUsedAt).toEqual(first);
    await change(
      `update api_tokens set last_used_at = law.clock() - interval '2 minutes' where user_id = $1`,
      [marta.userId],
    );
    await checked(asked, token);
    expect((await ofToken(marta.userId)).lastUsedAt?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
  });

  it('is everybody’s own: others are seen by owners alone', async () => {
    const [nora, marta, ben] = [await anOwner(), await aMember(), await aMember({ name: 'Ben' })];
    await makeToken(ben, { name: 'his', days: 90 });
    expect(await tokensFor(marta)).toEqual([]);
    expect((await tokensFor(nora)).some(({ holder, isOwn }) => holder === 'Ben' && !isOwn)).toBe(true);
  });
});

describe('without a token', () => {
  const own = { 'sec-fetch-site': 'same-origin' };

  it('a page of ours asks with the session, and no other site does', async () => {
    const { userId: id } = await aMember();
    session.of = await db().user.findUniqueOrThrow({ where: { id } });
    expect(await statusOf(question(asked, null, own))).toBe(200);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await statusOf(question(asked, null, { 'sec-fetch-site': site }))).toBe(403);
    expect(await statusOf(question(asked, null, { origin: 'https://evil.example', host: 'localhost' }))).toBe(
      403,
    );
  });

  it('nobody asks, from wherever', async () => {
    expect(await statusOf(question(asked, null, own))).toBe(401);
  });

  it('a wrong token is not made good by a session', async () => {
    const { userId: id } = await aMember();
    session.of = await db().user.findUniqueOrThrow({ where: { id } });
    expect(await statusOf(question(asked, 'earshot_no', own))).toBe(401);
  });
});

describe('too many questions', () => {
  it('are sent away for a while, those of one account only', async () => {
    const [marta, ben] = [await aMember(), await aMember()];
    const [hers, other, his] = [
      await makeToken(marta, forEver),
      await makeToken(marta, forEver),
      await makeToken(ben, forEver),
    ];
    for (let n = 0; n < 300; n += 1) expect(await secondsToWait([['check', marta.userId]])).toBe(0);
    for (const token of [hers, other]) {
      const problem = await problemOf(question(asked, token));
      expect(problem).toMatchObject({ status: 429, code: 'too_many_attempts' });
      expect(Number(problem.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(problem.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    expect(await statusOf(question(asked, his))).toBe(200);
  });
});

describe('what is asked', () => {
  it('is never written into the log', async () => {
    const said: string[] = [];
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    });
    const token = await makeToken(await aMember(), forEver);
    await POST(question({ email: 'very.private@away.example' }, token));
    await POST(question('{"email":"very.private@away.example"', token));
    await POST(question({ email: 'very.private@away.example', nonsense: 1 }, token));
    write.mockRestore();
    expect(said.join('')).not.toMatch(/very\.private|earshot_/);
  });
});
