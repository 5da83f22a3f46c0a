import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { hearingsOf } from '@/lib/replies/heard/queries';
import { hear, unhear } from '@/lib/replies/mutations';
import { nextToListen, placeInLine } from '@/lib/replies/queries';
import { logMessage } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember } from '@/tests/support/people';
import { aContact, heard, said, standingOf } from '@/tests/support/talk';

let member: Writer;
let other: Writer;

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
  other = await aMember({ name: 'Marc' });
});

async function log(contactId: string, body: string, ago = 1): Promise<string> {
  const answer = await logMessage(member, said(contactId, 'inbound', body, { ago }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

describe('undoing what one heard a moment ago', () => {
  it('opens nothing where it was the first: it counts as heard until it is heard anew', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'Leave me out.');
    await hear(member, reply, heard('opted_out', { words: 'Leave me out' }));
    expect(await standingOf(ana)).toMatchObject({ closedBy: 'opted_out' });
    expect(await unhear(member, reply)).toEqual({ ok: true, undone: 'opted_out', stands: true });
    expect(await standingOf(ana)).toMatchObject({ closedBy: 'opted_out' });
    expect(await hearingsOf(member, reply, 5)).toMatchObject([{ outcome: 'opted_out' }]);
  });

  it('brings back what was heard before it, with its words and its day', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'Not now, in spring.');
    await hear(
      member,
      reply,
      heard('later', { until: '2032-03-21', words: 'in spring', whatWeHeard: 'Busy.' }),
    );
    await hear(member, reply, heard('declined', { scope: 'person' }));
    expect(await standingOf(ana)).toMatchObject({ closedBy: 'declined' });
    expect(await unhear(member, reply)).toEqual({ ok: true, undone: 'declined', stands: false });
    expect((await standingOf(ana)).restsUntil?.toISOString()).toBe('2032-03-21T00:00:00.000Z');
    const [last] = await hearingsOf(member, reply, 1);
    expect(last).toMatchObject({ outcome: 'later', words: 'in spring', whatWeHeard: 'Busy.' });
  });

  it('is for who heard it, for ten minutes', async () => {
    const ana = await aContact();
    const reply = await log(ana, 'No, thank you.');
    expect(await unhear(member, reply)).toEqual({ ok: false, reason: 'not_found' });
    await hear(member, reply, heard('declined', { scope: 'person' }));
    expect(await unhear(other, reply)).toEqual({ ok: false, reason: 'already_heard' });
    await poolAs('owner').query(
      `UPDATE hearings SET recorded_at = recorded_at - interval '11 minutes' WHERE contact_id = $1`,
      [ana],
    );
    expect(await unhear(member, reply)).toEqual({ ok: false, reason: 'already_heard' });
    expect(await standingOf(ana)).toMatchObject({ closedBy: 'declined' });
  });
});

describe('the line of those who wait', () => {
  it('goes on behind whoever was heard, not back to who was put off', async () => {
    await poolAs('owner').query('UPDATE standing SET unheard = 0, unheard_since = NULL WHERE unheard > 0');
    const [ana, tom, eva] = [
      await aContact(),
      await aContact({ name: 'Tom' }),
      await aContact({ name: 'Eva' }),
    ];
    const first = await log(ana, 'Uno.', 9);
    const second = await log(tom, 'Two.', 5);
    const third = await log(eva, 'Tres.', 3);
    const place = await placeInLine(member, second);
    await hear(member, second, heard('other'));
    expect(await nextToListen(member, place)).toBe(third);
    expect(await nextToListen(member)).toBe(first);
    expect(await placeInLine(member, second)).toBe(null);
  });
});
