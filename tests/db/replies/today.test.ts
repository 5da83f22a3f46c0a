import { beforeAll, describe, expect, it } from 'vitest';
import type { Writer } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { dayIn } from '@/lib/replies/days';
import { hear, markDone, restContact } from '@/lib/replies/mutations';
import { readListFilter } from '@/lib/contacts/list/list-filter';
import { contactList } from '@/lib/contacts/list/queries';
import { countsOf, peopleIn, thanksFree, todaySummary, turnHere } from '@/lib/replies/today/queries';
import { rowCursor, rowPlace, tabs, type TodayTab } from '@/lib/replies/today/tabs';
import { weekInNumbers } from '@/lib/replies/today/week/queries';
import { logMessage } from '@/lib/threads/mutations';
import { unheardSql } from '@/lib/threads/queries';
import { aMember, aReader } from '@/tests/support/people';
import { aContact, anOrganization, heard, said } from '@/tests/support/talk';
import { copyOut } from '@/lib/outbox/mutations';
import { letter, somebody } from '../gate/scene';

let member: Writer;
const cast: Record<string, string> = {};

async function log(
  name: string,
  ...[direction, body, rest]: [Parameters<typeof said>[1], string, Parameters<typeof said>[3]?]
) {
  const answer = await logMessage(member, said(cast[name] ?? '', direction, body, rest));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

const names = [
  ...(['Ana', 'Bo', 'Carla', 'Dev', 'Eva', 'Finn'] as const),
  ...(['Gul', 'Hana', 'Ines', 'Jon', 'Kim', 'Lia'] as const),
] as const;

beforeAll(async () => {
  member = await aMember({ name: 'Nora' });
  const organizationId = await anOrganization('Northlight');
  for (const name of names)
    cast[name] = await aContact(name === 'Carla' || name === 'Dev' ? { name, organizationId } : { name });
  for (const name of ['Carla', 'Finn'])
    await rows(
      `INSERT INTO addresses (id, contact_id, channel, handle, typed) VALUES (gen_random_uuid(), $1, 'linkedin', $2, $2)`,
      [cast[name], name.toLowerCase()],
    );
  await log('Ana', 'inbound', 'Not for us, thanks.', { ago: 2 });
  // Who was written to is the writer's to answer.
  for (const name of ['Bo', 'Finn']) await log(name, 'outbound', 'May I ask you something?', { ago: 8 });
  await hear(member, await log('Bo', 'inbound', 'How long does it take?', { ago: 4 }), heard('question'));
  const no = await log('Carla', 'inbound', 'Nobody at Northlight needs this.', { ago: 5 });
  await hear(member, no, heard('declined', { scope: 'organization', words: 'Nobody at Northlight' }));
  await log('Dev', 'outbound', 'Hello Dev.', { ago: 6 });
  await log('Eva', 'outbound', 'Would you talk to us?', { ago: 9 });
  await hear(
    member,
    await log('Finn', 'inbound', 'After summer.', { ago: 3 }),
    heard('later', { until: '2032-09-01' }),
  );
  const thanked = await log('Gul', 'inbound', 'No.', { ago: 3 });
  await hear(member, thanked, heard('declined'));
  await log('Gul', 'outbound', 'Thank you for telling us.', { ago: 1, answersId: thanked });
  await hear(member, await log('Hana', 'inbound', 'Stop writing to me.', { ago: 3 }), heard('opted_out'));
  await hear(member, await log('Ines', 'inbound', 'Thanks, bye.', { ago: 3 }), heard('other'));
  await markDone(member, cast['Ines'] ?? '');
  await hear(member, await log('Jon', 'inbound', 'Nice to meet you.', { ago: 2 }), heard('other'));
  await log('Kim', 'outbound', 'Hello Kim.', { ago: 2 });
  await restContact(member, cast['Kim'] ?? '', dayIn(30, new Date(), 'UTC'));
});

const namesIn = async (tab: TodayTab) =>
  (await peopleIn(member, tab, { after: null, most: 50 })).people.map(({ name }) => name);

describe('Today', () => {
  it('sorts people by what is asked of us', async () => {
    expect(await namesIn('listen')).toEqual(['Ana']);
    expect(await namesIn('your_turn')).toEqual(['Bo', 'Jon']);
    expect(await namesIn('their_turn')).toEqual(['Eva']);
    expect(await namesIn('resting')).toEqual(['Kim', 'Finn']);
    expect((await namesIn('stopped')).sort()).toEqual(['Carla', 'Dev', 'Gul', 'Hana']);
  });

  it('calls a turn mine only while it is mine alone: where a colleague holds some of it, and to a reader, it is ours', async () => {
    expect(await turnHere(member, 100)).toBe('your_turn');
    expect(await turnHere(await aMember(), 100)).toBe('our_turn');
    expect(await turnHere(await aReader(), 100)).toBe('our_turn');
  });

  it('counts what it lists', async () => {
    const counts = await countsOf(member, 100);
    for (const tab of tabs) expect(counts[tab]).toBe((await namesIn(tab)).length);
    expect(await countsOf(member, 2)).toMatchObject({ stopped: 2 });
  });

  it('shows of somebody who stopped the words that did it, and says whose words they were', async () => {
    const { people } = await peopleIn(member, 'stopped', { after: null, most: 50 });
    const row = (name: string) => people.find((one) => one.name === name);
    expect(row('Gul')).toMatchObject({
      closedBy: 'declined',
      thankable: false,
      message: { body: 'No.' },
    });
    expect(row('Dev')).toMatchObject({
      closedBy: null,
      organization: 'Northlight',
    });
  });

  it('says what one may do with each', async () => {
    const { people } = await peopleIn(member, 'your_turn', { after: null, most: 50 });
    expect(people.map(({ name, mayEnd, mayRest }) => ({ name, mayEnd, mayRest }))).toEqual([
      { name: 'Bo', mayEnd: true, mayRest: true },
      { name: 'Jon', mayEnd: true, mayRest: true },
    ]);
    const [ana] = (await peopleIn(member, 'listen', { after: null, most: 50 })).people;
    expect(ana).toMatchObject({ mayEnd: false, mayRest: false });
  });

  it('goes on where a page ended', async () => {
    for (const tab of ['your_turn', 'stopped'] as const) {
      const whole = await namesIn(tab);
      const first = await peopleIn(member, tab, { after: null, most: 1 });
      expect(first.more).toBe(true);
      const last = first.people.at(-1);
      if (!last) throw new Error('nobody');
      const second = await peopleIn(member, tab, { after: rowPlace(rowCursor(last)), most: 50 });
      expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(whole);
    }
  });

  it('says how many answered and what is owed', async () => {
    expect(await todaySummary(member, 100)).toMatchObject({
      contacts: 1,
      unheard: 1,
      owed: { count: 1 },
      answers: 0,
    });
  });

  it('gives what a colleague holds to the colleague, and what nobody holds to whoever writes', async () => {
    const [luis, reader] = [await aMember({ name: 'Luis' }), await aReader()];
    const holders = async (who: typeof reader) =>
      (await peopleIn(who, 'your_turn', { after: null, most: 2 })).people.map(({ holder }) => holder);
    expect(await holders(member)).toEqual(['me', 'me']);
    expect(await holders(luis)).toEqual([{ colleague: 'Nora' }, 'me']);
    expect(await holders(reader)).toEqual([{ colleague: 'Nora' }, 'us']);
    for (const who of [luis, reader])
      expect(await todaySummary(who, 100)).toMatchObject({
        owed: { count: 0, since: null },
        owedByOthers: { count: 1, holders: 1, name: 'Nora' },
      });
    expect(await todaySummary(member, 100)).toMatchObject({
      owed: { count: 1 },
      owedByOthers: { count: 0, since: null, name: null },
    });
  });

  it('counts what people said since yesterday, and nothing said before that was logged since', async () => {
    cast['Mona'] = await aContact({ name: 'Mona' });
    await log('Mona', 'inbound', 'Hello again.');
    await log('Mona', 'inbound', 'Hello.', { ago: 40 });
    expect((await todaySummary(member, 100)).answers).toBe(1);
  });

  it('counts the week: what was said in it, who spoke for the first time, noes and stops', async () => {
    const week = await weekInNumbers(member);
    expect(week).toMatchObject({ refused: 0, noes: 2, stops: 1, replies: 9, people: 9, begun: 8 });
    const answered = await contactList(member, readListFilter({ answered: 'week', order: 'recent' }));
    expect(answered.contacts).toHaveLength(week.people);
    const first = await contactList(member, readListFilter({ answered: 'first' }));
    expect(first.contacts).toHaveLength(week.begun);
    expect(week.began.toISOString()).toBe(`${week.day}T00:00:00.000Z`);
  });

  it('counts a request to be left out no longer once it was heard as something else', async () => {
    cast['Olu'] = await aContact({ name: 'Olu' });
    const messageId = await log('Olu', 'inbound', 'Please stop by.');
    await hear(member, messageId, heard('opted_out'));
    expect((await weekInNumbers(member)).stops).toBe(2);
    await hear(member, messageId, heard('other'));
    expect((await weekInNumbers(member)).stops).toBe(1);
    await markDone(member, cast['Olu'] ?? '');
  });

  it('shows whom one may thank, if one likes, and nobody twice', async () => {
    const names = (await thanksFree(member, 10)).map(({ name }) => name);
    expect(names.sort()).toEqual(['Carla', 'Finn']);
    expect(await thanksFree(member, 1)).toHaveLength(1);
    // A colleague's conversation is the colleague's to thank for.
    const luis = await aMember({ name: 'Luis' });
    expect((await thanksFree(luis, 10)).map(({ name }) => name)).toEqual(['Carla']);
    expect(await thanksFree(member, 10)).toHaveLength(2);
  });

  it('calls unheard what the law calls unheard', async () => {
    const counted = await rows<{ contact_id: string; counted: number; stored: number }>(
      `SELECT s.contact_id, s.unheard AS stored, (SELECT count(*)::int FROM messages m WHERE m.contact_id = s.contact_id AND ${unheardSql}) AS counted
      FROM standing s`,
    );
    expect(counted).toHaveLength(Object.keys(cast).length);
    for (const { counted: ours, stored } of counted) expect(ours).toBe(stored);
  });
});

describe('What we promised', () => {
  const promise = async (name: string, day: string) => {
    const to = await somebody(name);
    cast[name] = to.id;
    const asked = await log(name, 'inbound', 'What does it cost?', { ago: 1 });
    await hear(member, asked, heard('question'));
    await rows(`INSERT INTO looks (id, user_id, channel) VALUES (gen_random_uuid(), $1, 'linkedin')`, [
      member.userId,
    ]);
    const enclosed = {
      referralId: null,
      exceptionId: null,
      promisedOn: day,
      nothingToAnswer: false,
    };
    const answer = await copyOut(member, letter(to, { answersId: asked, body: 'By then.', enclosed }));
    expect(answer).toMatchObject({ ok: true, purpose: 'response' });
    return to;
  };

  it('is our turn, after what we owe and before the rest, soonest first, with its day', async () => {
    await promise('Vera', '2033-05-20');
    const first = await promise('Uli', '2033-05-03');
    expect(await namesIn('your_turn')).toEqual(['Bo', 'Uli', 'Vera', 'Jon']);
    expect(await namesIn('their_turn')).not.toContain('Uli');
    const { people } = await peopleIn(member, 'your_turn', { after: null, most: 50 });
    expect(people[1]).toMatchObject({
      ...{ name: 'Uli', owes: false, mayEnd: false },
      promisedFor: new Date('2033-05-03T00:00:00Z'),
      message: { direction: 'outbound', body: 'By then.' },
    });
    expect((await countsOf(member, 100)).your_turn).toBe(4);
    expect(await todaySummary(member, 100)).toMatchObject({ owed: { count: 1 }, promised: 2 });
    const [second] = people.slice(1);
    if (!second) throw new Error('nobody');
    const after = rowPlace(rowCursor(second));
    expect((await peopleIn(member, 'your_turn', { after, most: 50 })).people.map(({ name }) => name)).toEqual(
      ['Vera', 'Jon'],
    );
    expect(first.id).toBe(second.contactId);
  });
});
