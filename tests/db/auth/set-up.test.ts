import { beforeEach, describe, expect, it } from 'vitest';
import { isSetUpOpen, isUnset } from '@/lib/auth/door/queries';
import { enter, setUp, type NewAccount } from '@/lib/auth/door/mutations';
import { hashOfKey, newKey } from '@/lib/auth/keys';
import { db } from '@/lib/db/client';
import { poolAs } from '../../support/database';

const nora: NewAccount = {
  name: 'Nora Weiß',
  email: 'nora@atelier.example',
  password: 'we listen before we send',
  language: 'es',
  timeZone: 'Europe/Madrid',
};

let key = '';

beforeEach(async () => {
  key = newKey();
  await poolAs('superuser').query('truncate users, events, rate_limits cascade');
  await poolAs('superuser').query(
    `insert into installation (id, setup_key_hash) values (1, $1)
     on conflict (id) do update set setup_key_hash = excluded.setup_key_hash, set_up_at = null`,
    [hashOfKey(key)],
  );
  await poolAs('superuser').query(
    `insert into policy (id) values (1) on conflict (id) do update set time_zone = 'UTC'`,
  );
});

describe('the set-up link', () => {
  it('makes the owner, the zone of the team and a line in the log', async () => {
    const answer = await setUp(key, nora, 'home');
    expect(answer.ok).toBe(true);
    const owner = await db().user.findFirstOrThrow();
    expect(owner).toMatchObject({
      role: 'owner',
      email: nora.email,
      language: 'es',
      timeZone: 'Europe/Madrid',
    });
    expect((await db().policy.findFirstOrThrow()).timeZone).toBe('Europe/Madrid');
    expect(await db().event.findMany()).toMatchObject([{ verb: 'installation_set_up', actorId: owner.id }]);
    expect(await enter(nora.email, nora.password, 'home')).toMatchObject({
      ok: true,
      entered: { userId: owner.id },
    });
  });

  it('makes one owner when sixteen open it at once', async () => {
    const racers = Array.from({ length: 16 }, (_, n) => ({ ...nora, email: `nora${n}@atelier.example` }));
    const answers = await Promise.all(racers.map((account) => setUp(key, account, 'home')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'link_dead')).toHaveLength(15);
    expect(await db().user.count()).toBe(1);
    expect(await db().event.count()).toBe(1);
  });

  it('is kept only as a hash, and not at all once it was used', async () => {
    const kept = await db().installation.findFirstOrThrow();
    expect(kept.setupKeyHash).toBe(hashOfKey(key));
    expect(kept.setupKeyHash).not.toContain(key);
    await setUp(key, nora, 'home');
    expect((await db().installation.findFirstOrThrow()).setupKeyHash).toBeNull();
  });

  it('is not used up by being looked at', async () => {
    expect(await isSetUpOpen(key)).toBe(true);
    expect(await isSetUpOpen(key)).toBe(true);
    expect(await isUnset()).toBe(true);
  });

  it('opens nothing with another key, nor a second time', async () => {
    expect(await setUp(newKey(), nora, 'home')).toEqual({ ok: false, reason: 'link_dead' });
    expect((await setUp(key, nora, 'home')).ok).toBe(true);
    expect(await setUp(key, { ...nora, email: 'eva@atelier.example' }, 'home')).toEqual({
      ok: false,
      reason: 'link_dead',
    });
    expect(await isSetUpOpen(key)).toBe(false);
    expect(await isUnset()).toBe(false);
  });

  it('gives the team UTC when PostgreSQL does not know the zone', async () => {
    await setUp(key, { ...nora, timeZone: 'Mars/Olympus' }, 'home');
    expect((await db().policy.findFirstOrThrow()).timeZone).toBe('UTC');
  });
});
