import { beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { pressRefused } from '@/lib/gate/attempts/actions';
import { notPressed } from '@/lib/gate/attempts/answer';
import { attemptFields } from '@/lib/gate/attempts/attempt';
import { plainly } from '@/lib/gate/parts';
import { everything } from '@/lib/gate/log/asked';
import { gateLog } from '@/lib/gate/log/queries';
import { weekInNumbers } from '@/lib/replies/today/week/queries';
import { stepsDone } from '@/lib/sample/steps/queries';
import type { SignedIn } from '@/lib/session/session';
import { form } from '@/tests/support/doors/door';
import { aMember, aReader } from '@/tests/support/people';
import { poolAs } from '@/tests/support/database';
import { asking, checked } from './asking';
import { logged, said, somebody } from './scene';

const here = vi.hoisted(() => ({ caller: null as SignedIn | null }));
vi.mock('@/lib/session/session', async (real) => ({
  ...(await real<object>()),
  signedIn: async () => here.caller,
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));

const { here: asked } = asking();
const signIn = async ({ userId }: { userId: string }) => {
  here.caller = await db().user.findUniqueOrThrow({ where: { id: userId } });
};
const press = (contactId: string, addressId: string) => {
  const about = { contactId, addressId, channel: 'linkedin', pitchId: null, answersId: null } as const;
  return pressRefused(notPressed, form(attemptFields({ ...about, newFact: false })));
};
const refusals = (contactId: string) => db().event.count({ where: { contactId, verb: 'message_refused' } });
const minutesPass = (contactId: string) =>
  poolAs('superuser').query(
    `UPDATE events SET recorded_at = recorded_at - interval '6 minutes' WHERE contact_id = $1`,
    [contactId],
  );

describe('pressing a send that is refused', () => {
  beforeAll(async () => signIn(asked().nora));

  it('is an attempt: it counts in the week, stands in the gate log and ticks the first step', async () => {
    const { nora, token } = asked();
    const ana = await somebody('Ana');
    await said(nora, ana.id, 'No, thank you.', {
      outcome: 'declined',
      scope: 'person',
      words: 'No, thank you',
    });
    const before = await weekInNumbers(nora);
    const answer = await press(ana.id, ana.linkedin);
    const sentence = plainly(answer.refused?.sentence ?? [], { language: 'en' });
    expect(sentence).toContain('You can’t write to Ana now.');
    expect((await checked({ contact_id: ana.id, channel: 'linkedin' }, token)).sentence).toBe(sentence);
    expect((await weekInNumbers(nora)).refused).toBe(before.refused + 1);
    expect((await stepsDone(nora)).refusal).toBe(true);
    const log = await gateLog(nora, { ...everything, kind: 'refused', contactId: ana.id });
    expect(log.rows).toMatchObject([{ by: 'Nora', codes: { reasons: ['declined'], purpose: 'opening' } }]);
    expect(await db().message.count({ where: { contactId: ana.id, direction: 'outbound' } })).toBe(0);
  });

  it('twenty times within minutes is one refusal, also at once; of a colleague, or later, it is another', async () => {
    const [marc, ana] = [await aMember(), await somebody('Ana')];
    await logged(asked().nora, ana.id, { body: 'Hello', direction: 'outbound' });
    await Promise.all(Array.from({ length: 20 }, () => press(ana.id, ana.linkedin)));
    expect(await refusals(ana.id)).toBe(1);
    await signIn(marc);
    await press(ana.id, ana.linkedin);
    expect(await refusals(ana.id)).toBe(2);
    await minutesPass(ana.id);
    await press(ana.id, ana.linkedin);
    expect(await refusals(ana.id)).toBe(3);
    await signIn(asked().nora);
  });

  it('for another reason than before is another refusal', async () => {
    const ana = await somebody('Ana');
    await logged(asked().nora, ana.id, { body: 'Hello', direction: 'outbound' });
    await press(ana.id, ana.linkedin);
    await logged(asked().nora, ana.id, { body: 'Hi' });
    await press(ana.id, ana.linkedin);
    expect(await refusals(ana.id)).toBe(2);
  });

  it('by a reader notes nothing, and by nobody says to sign in', async () => {
    const ana = await somebody('Ana');
    await logged(asked().nora, ana.id, { body: 'Hello', direction: 'outbound' });
    await signIn(await aReader());
    await expect(press(ana.id, ana.linkedin)).rejects.toMatchObject({ code: 'not_allowed' });
    here.caller = null;
    expect((await press(ana.id, ana.linkedin)).said).toMatch(/^You have been signed out\./);
    expect(await refusals(ana.id)).toBe(0);
    await signIn(asked().nora);
  });

  it('when it has opened meanwhile says so, sends nothing and notes nothing', async () => {
    const ana = await somebody('Ana');
    expect(await press(ana.id, ana.linkedin)).toEqual({
      refused: null,
      said: 'It may be sent now. Nothing was sent by this press.',
    });
    expect(await refusals(ana.id)).toBe(0);
    expect(await rows('SELECT FROM outbox WHERE contact_id = $1', [ana.id])).toEqual([]);
  });
});
