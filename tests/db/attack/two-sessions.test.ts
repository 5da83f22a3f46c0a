import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/tests/support/database';
import { closers } from './closers';
import type { Prepared } from './prepared';
import { aScene } from './scene';
import { Session } from './sessions';
import { answerTo, isolations, together, type Isolation } from './answers';
import { listened, send } from './stage';

const scene = aScene();
const kept: { writer?: Session; closer?: Session; watcher?: Client } = {};

beforeAll(async () => {
  kept.writer = await Session.open('app');
  kept.closer = await Session.open('app');
  kept.watcher = new Client({ connectionString: database().superuser });
  await kept.watcher.connect();
});
afterAll(async () => {
  await Promise.all([kept.writer?.close(), kept.closer?.close(), kept.watcher?.end()]);
});

function pair() {
  const { writer, closer, watcher } = kept;
  if (!writer || !closer || !watcher) throw new Error('The sessions open before the first test.');
  return { writer, closer, watcher };
}

const conflict = '40001';

async function write(session: Session, { to, letter = {}, before }: Prepared): Promise<void> {
  await before?.(session.client);
  await send(session.client, to, scene.team.member, letter);
}

/** Looks as the page does: is the answer still yes? */
async function mayBeWritten(session: Session, { to, letter = {}, before }: Prepared): Promise<boolean> {
  await listened(session.client, scene.team.member);
  const asked = await session.client.query<{ yes: boolean }>(
    `SELECT (law.verdict($1, $2, 'email', $3, NULL, $4, false, NULL, $5, $6) -> 'allowed')::boolean AS yes`,
    [
      ...[to.id, scene.team.member, before ? null : to.email.address, letter.answers ?? null],
      ...[letter.referral ?? null, letter.exception ?? null],
    ],
  );
  return asked.rows[0]?.yes ?? false;
}

/** What the law says when the writer, told of a conflict, asks again from the start. */
async function afterAsking(
  first: string,
  session: Session,
  prepared: Prepared,
  isolation: Isolation,
): Promise<string> {
  await session.rollback();
  if (first !== conflict) return first;
  return answerTo(together(session.client, () => write(session, prepared), isolation));
}

const told = closers.map((closer) => [closer.name, closer] as const);

describe.each(isolations)('At %s', (isolation) => {
  it.each(told)('a message read as free is refused once %s', async (_, { prepare, refused }) => {
    const { writer, closer } = pair();
    const prepared = await prepare(scene.app, scene.team);
    await writer.begin(isolation);
    expect(await mayBeWritten(writer, prepared)).toBe(true);
    await together(closer.client, () => prepared.close(closer.client), isolation);
    const first = await answerTo(write(writer, prepared));
    expect(await afterAsking(first, writer, prepared, isolation)).toBe(refused);
  });

  it.each(told)('a message waits and is refused while %s', async (_, { prepare, refused }) => {
    const { writer, closer, watcher } = pair();
    const prepared = await prepare(scene.app, scene.team);
    await writer.begin(isolation);
    expect(await mayBeWritten(writer, prepared)).toBe(true);
    await closer.begin(isolation);
    await prepared.close(closer.client);
    const sending = await writer.start(watcher, closer, () => write(writer, prepared));
    expect(sending.waits).toBe(true);
    expect(await closer.end()).toBe('done');
    expect(await afterAsking(await sending.answer, writer, prepared, isolation)).toBe(refused);
  });

  it.each(told)('a message that is leaving goes first, and then %s', async (_, { prepare }) => {
    const { writer, closer, watcher } = pair();
    const prepared = await prepare(scene.app, scene.team);
    await writer.begin(isolation);
    await write(writer, prepared);
    await closer.begin(isolation);
    const closing = await closer.start(watcher, writer, () => prepared.close(closer.client));
    expect(closing.waits).toBe(true);
    expect(await writer.end()).toBe('done');
    await closing.answer;
    await closer.rollback();
  });
});

const mixed = isolations.flatMap((one) =>
  isolations.filter((other) => other !== one).map((other) => [one, other] as const),
);

describe.each(mixed)('A message at %s, a no at %s', (isolation, other) => {
  it.each(told)('the message waits and is refused while %s', async (_, { prepare, refused }) => {
    const { writer, closer, watcher } = pair();
    const prepared = await prepare(scene.app, scene.team);
    await closer.begin(other);
    await prepared.close(closer.client);
    await writer.begin(isolation);
    const sending = await writer.start(watcher, closer, () => write(writer, prepared));
    expect(sending.waits).toBe(true);
    expect(await closer.end()).toBe('done');
    expect(await afterAsking(await sending.answer, writer, prepared, isolation)).toBe(refused);
  });
});

describe('An old snapshot', () => {
  it.each(told)('kept by a third session sees no way around: %s', async (_, { prepare, refused }) => {
    const { writer, closer } = pair();
    const prepared = await prepare(scene.app, scene.team);
    await scene.app.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const kept = await scene.app.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
    await together(closer.client, () => prepared.close(closer.client));
    await writer.begin('repeatable read');
    await writer.client.query(`SET TRANSACTION SNAPSHOT '${kept.rows[0]?.id ?? ''}'`);
    const first = await answerTo(write(writer, prepared));
    await scene.app.query('COMMIT');
    expect(first).toBe(conflict);
    expect(await afterAsking(first, writer, prepared, 'repeatable read')).toBe(refused);
  });
});
