import { v7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/pool';
import { record } from '@/lib/events/mutations';
import type { News } from '@/lib/live/news';
import { openStream } from '@/lib/live/stream';
import { stopTail, tail } from '@/lib/live/tail';
import { logMessage } from '@/lib/threads/mutations';
import type { Claim, SignedIn } from '@/lib/session/session';
import { beginSession } from '@/lib/session/start';
import { database, poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, anOrganization, said } from '@/tests/support/talk';

const here = vi.hoisted(() => ({ caller: null as SignedIn | null, claim: null as Claim | null }));
vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
  claimed: async () => here.claim,
}));

// Two seconds are promised; the rest is for a machine that does other things besides.
const within = { timeout: 5_000, interval: 20 };
afterEach(stopTail);

const resting = (contact: string) =>
  inTransaction((client) =>
    client.query(
      `INSERT INTO rests (contact_id, said_by, until) VALUES ($1, 'us', now() + interval '9 days')`,
      [contact],
    ),
  );

/**
 * Hears everything from now on. Where another database of the cluster keeps a transaction open, what was committed
 * shortly before is told once more: that has passed too when this answers.
 */
async function follower() {
  const before = await aContact();
  const heard: News[] = [];
  const follows = tail();
  follows.follow((news) => heard.push(news));
  await vi.waitFor(() => expect(heard.some(({ all }) => all)).toBe(true), within);
  heard.length = 0;
  await resting(before);
  await vi.waitFor(
    () => expect(heard.some(({ all, contacts }) => all || contacts.includes(before))).toBe(true),
    within,
  );
  heard.length = 0;
  return { heard, contacts: () => heard.flatMap(({ contacts }) => contacts), stop: follows.stop };
}

const hears = (one: { contacts: () => string[] }, contact: string) =>
  vi.waitFor(() => expect(one.contacts()).toContain(contact), within);

describe('what is committed', () => {
  it('is heard within two seconds by two processes', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    const one = await follower();
    globalThis.earshotTail = undefined;
    const two = await follower();
    await logMessage(member, said(ana, 'inbound', 'Thanks, we are all set.'));
    await Promise.all([hears(one, ana), hears(two, ana)]);
    await one.stop();
  });

  it('is heard when it is committed late, and not at all when it is rolled back', async () => {
    const [ana, ben, eva] = [await aContact(), await aContact(), await aContact()];
    const { heard, contacts } = await follower();
    const change = 'INSERT INTO rests (contact_id, said_by, until) VALUES ($1, $2, now() + interval $3)';
    const rest = [change.replace('$3', "'9 days'"), 'us'] as const;
    await inTransaction(async (late) => {
      await late.query(rest[0], [ana, rest[1]]);
      await inTransaction((soon) => soon.query(rest[0], [ben, rest[1]]));
      await hears({ contacts }, ben);
      expect(contacts()).not.toContain(ana);
    });
    await hears({ contacts }, ana);
    const undone = inTransaction(async (client) => {
      await client.query(rest[0], [eva, rest[1]]);
      throw new Error('No.');
    });
    await expect(undone).rejects.toThrow('No.');
    await inTransaction((soon) => soon.query(rest[0], [ben, rest[1]]));
    await vi.waitFor(() => expect(contacts().filter((one) => one === ben)).toHaveLength(2), within);
    expect(contacts()).not.toContain(eva);
    expect(heard.some(({ all }) => all)).toBe(false);
  });

  it('is perhaps anybody where a whole organization said no', async () => {
    const organizationId = await anOrganization();
    const [member, ana] = [await aMember(), await aContact({ organizationId })];
    const { messageId } = await logged(member, ana);
    const { heard } = await follower();
    await inTransaction((client) =>
      client.query(
        `INSERT INTO hearings (id, message_id, contact_id, heard_by_id, outcome, scope, words) VALUES ($1, $2, $3, $4, 'declined', 'organization', 'No.')`,
        [v7(), messageId, ana, member.userId],
      ),
    );
    await vi.waitFor(() => expect(heard.some(({ all }) => all)).toBe(true), within);
  });

  it('is forgotten when everybody has told it', async () => {
    const ana = await aContact();
    await inTransaction((client) =>
      client.query(
        `INSERT INTO rests (contact_id, said_by, until) VALUES ($1, 'us', now() + interval '9 days')`,
        [ana],
      ),
    );
    const owner = poolAs('owner');
    await owner.query('SELECT law.forget_changes(pg_snapshot_xmax(pg_current_snapshot()))');
    expect((await owner.query('SELECT FROM law.changed')).rowCount).toBe(0);
  });
});

async function logged(member: Parameters<typeof logMessage>[0], contact: string) {
  const answer = await logMessage(member, said(contact, 'inbound', 'No.'));
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

describe('a lost line', () => {
  const cut = () =>
    poolAs('superuser').query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'earshot'`,
      [database().name],
    );
  const silently = () => vi.spyOn(process.stderr, 'write').mockImplementation(() => true);

  it('costs nothing that was said', async () => {
    const ana = await aContact();
    const { contacts } = await follower();
    const complaints = silently();
    await cut();
    await vi.waitFor(() => resting(ana), within);
    await hears({ contacts }, ana);
    complaints.mockRestore();
  });

  it('that was down for a moment costs nothing either', async () => {
    const ana = await aContact();
    const { heard, contacts } = await follower();
    const complaints = silently();
    const owner = poolAs('owner');
    await owner.query('ALTER FUNCTION law.changed_since(xid8) RENAME TO changed_since_then');
    const said = () => complaints.mock.calls.map(([line]) => String(line)).join('');
    await vi.waitFor(() => expect(said()).toContain('live_stopped'), within);
    await resting(ana);
    await owner.query('ALTER FUNCTION law.changed_since_then(xid8) RENAME TO changed_since');
    await hears({ contacts }, ana);
    complaints.mockRestore();
    expect(heard.some(({ all }) => all)).toBe(false);
  });
});

describe('a stream', () => {
  const leaving = () => new AbortController();

  async function opened(member: Awaited<ReturnType<typeof aMember>>, leaves = leaving()) {
    here.caller = await db().user.findUniqueOrThrow({ where: { id: member.userId } });
    here.claim = await beginSession({ userId: member.userId, sessionVersion: 1 }, null);
    const stream = await openStream(member, Date.now(), leaves.signal);
    return { stream, leaves };
  }

  it('ends with the session', async () => {
    const member = await aMember();
    await follower();
    const { stream } = await opened(member);
    const read = new Response(stream).text();
    await new Promise((done) => setTimeout(done, 1_000));
    await db().$transaction(async (tx) => {
      await tx.user.update({
        where: { id: member.userId },
        data: { sessionVersion: 2 },
        select: { id: true },
      });
      await record(tx, member, 'signed_out_everywhere');
    });
    expect(await read).toMatch(/^retry: 1000\n/);
  });

  it('is one of at most eight for one person, and leaves its place when the browser leaves', async () => {
    const member = await aMember();
    const all = [];
    for (let count = 0; count < 8; count += 1) all.push(await opened(member));
    expect(all.every(({ stream }) => stream !== null)).toBe(true);
    expect((await opened(member)).stream).toBeNull();
    expect((await opened(await aMember())).stream).not.toBeNull();
    all[0]?.leaves.abort();
    await all[1]?.stream?.cancel();
    expect((await opened(member)).stream).not.toBeNull();
    expect((await opened(member)).stream).not.toBeNull();
    expect((await opened(member)).stream).toBeNull();
  });
});
