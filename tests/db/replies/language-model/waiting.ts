// The setting of a language model, somebody's words that wait, and what is suggested of them.
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import type { Owner } from '@/lib/auth/actor';
import { askAboutWaiting } from '@/lib/replies/language-model/asking/mutations';
import { switchOff, switchOn } from '@/lib/replies/language-model/mutations';
import { suggestWaiting } from '@/lib/replies/suggested/mutations';
import { logMessage } from '@/lib/threads/mutations';
import { modelServer, type ModelServer } from '@/tests/support/model-server';
import { anOwner } from '@/tests/support/people';
import { aContact, said } from '@/tests/support/talk';

/** Words that the shipped reader takes for interest. */
export const yes = 'Sounds great, send me the price list and we can talk on Thursday.';

export const on = (owner: Owner, server: ModelServer, more: { model?: string; key?: string } = {}) =>
  switchOn(owner, { baseUrl: server.baseUrl, model: 'small', key: undefined, ...more });

export const asks = (patience = 5_000) =>
  askAboutWaiting({
    ...{ patience, signal: new AbortController().signal, dice: () => 0.5 },
    resolving: { allowed: [] },
  });

/** Somebody says this; the shipped reader has read it. */
export async function theySaid(owner: Owner, words: string, organizationId?: string): Promise<string> {
  const contactId = await aContact({ name: 'Ana Beltrán', ...(organizationId ? { organizationId } : {}) });
  const answer = await logMessage(owner, said(contactId, 'inbound', words, { ago: 1 }));
  if (!answer.ok) throw new Error(answer.reason);
  await suggestWaiting(100);
  return answer.messageId;
}

export const suggested = (messageId: string) =>
  db().reply.findUniqueOrThrow({
    where: { messageId },
    select: { outcome: true, scope: true, evidence: true, sure: true, modelVersion: true },
  });

export const events = (verb: string) =>
  db().event.findMany({
    where: { verb },
    orderBy: { recordedSeq: 'asc' },
    select: { codes: true, actorId: true },
  });

/** An owner, and for each test a language model that nobody was told of; after it nothing waits any more. */
export function aModel(): { readonly owner: Owner; readonly server: ModelServer } {
  let [owner, server]: [Owner | null, ModelServer | null] = [null, null];
  const ready = <T>(one: T | null): T => {
    if (one === null) throw new Error('No test has begun.');
    return one;
  };
  beforeAll(async () => {
    owner = await anOwner();
  });
  beforeEach(async () => {
    server = await modelServer();
  });
  afterEach(async () => {
    await ready(server).close();
    await leave(ready(owner));
  });
  return {
    get owner() {
      return ready(owner);
    },
    get server() {
      return ready(server);
    },
  };
}

/** Switches it off, and takes back what waits, so that the next test begins with nothing. */
async function leave(owner: Owner): Promise<void> {
  await switchOff(owner, { forget: true });
  const waiting = await rows<{ id: string }>(
    'SELECT y.message_id AS id FROM replies y WHERE NOT EXISTS (SELECT FROM retractions x WHERE x.message_id = y.message_id)',
  );
  for (const { id } of waiting)
    await rows(`SELECT law.retract($1, $2, 'of another test')`, [id, owner.userId]);
}
