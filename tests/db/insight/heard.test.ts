import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { rows } from '@/lib/db/pool';
import { everythingHeard, type HeardFilter } from '@/lib/insight/heard/asked';
import { heardLines } from '@/lib/insight/heard/queries';
import { saidSql } from '@/lib/insight/spoken-to/queries';
import { wordsOfHearing } from '@/lib/insight/words';
import { answersTo, hearersOf, noesTo, pitchesPutTo } from '@/lib/insight/pitches/queries';
import { hear } from '@/lib/replies/mutations';
import { logMessage, retract } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, aReader } from '@/tests/support/people';
import { aContact, anOrganization, aPitch, heard, said } from '@/tests/support/talk';

let member: Writer;
let reader: Actor;
const ids: Record<'ana' | 'bo' | 'cas' | 'marea' | 'visit' | 'course', string> = {
  ...{ ana: '', bo: '', cas: '', marea: '', visit: '', course: '' },
};

async function spoke(
  contactId: string,
  body: string,
  ago: number,
  outcome: Parameters<typeof heard>[0],
  more: Parameters<typeof heard>[1] = {},
) {
  const logged = await logMessage(member, said(contactId, 'inbound', body, { ago }));
  if (!logged.ok) throw new Error(logged.reason);
  const answer = await hear(member, logged.messageId, heard(outcome, more));
  if (!answer.ok) throw new Error(answer.reason);
  return logged.messageId;
}

const put = (contactId: string, pitchId: string | null, ago: number) =>
  logMessage(member, said(contactId, 'outbound', 'Would you look at it?', { ago, pitchId }));

const linesOf = async (filter: Partial<HeardFilter>, most = 50) =>
  (await heardLines(reader, { ...everythingHeard, ...filter }, most)).lines.map(
    ({ whatWeHeard, words }) => whatWeHeard ?? words,
  );

beforeAll(async () => {
  [member, reader] = [await aMember(), await aReader()];
  ids.marea = await anOrganization();
  [ids.ana, ids.bo, ids.cas] = [
    await aContact({ organizationId: ids.marea }),
    await aContact({ name: 'Bo' }),
    await aContact({ name: 'Cas' }),
  ];
  [ids.visit, ids.course] = [await aPitch('Second visit'), await aPitch('Swimming course')];
  await put(ids.ana, ids.visit, 30);
  await spoke(ids.ana, '¿Cuánto cuesta la guardería?', 29, 'question', { whatWeHeard: 'Price first.' });
  await put(ids.ana, ids.course, 20);
  await spoke(ids.ana, 'We have no swimmers, sorry.', 19, 'declined', {
    ...{ scope: 'this_pitch', aboutPitchId: ids.course, words: 'We have no swimmers' },
  });
  await put(ids.bo, ids.visit, 10);
  await spoke(ids.bo, 'Show me on Monday, with the numbers.', 9, 'interested', {
    ...{ words: 'Show me on Monday', whatWeHeard: 'Wants to see numbers.' },
  });
  await put(ids.cas, ids.visit, 8);
});

describe('what we heard', () => {
  it('lists lines and quotes, what was said last first, and leaves out what was heard without a word', async () => {
    await spoke(ids.bo, 'Thank you.', 8, 'other');
    expect(await linesOf({})).toEqual(['Wants to see numbers.', 'We have no swimmers', 'Price first.']);
  });

  it('finds the beginning of words in their quotes and our lines, whatever the accents', async () => {
    await spoke(ids.cas, 'Más tarde, en otoño.', 3, 'interested', { words: 'en otoño' });
    expect(await linesOf({ search: 'OTOÑ' })).toEqual(['en otoño']);
    expect(await linesOf({ search: 'otono' })).toEqual(['en otoño']);
    expect(await linesOf({ search: 'num monday' })).toEqual(['Wants to see numbers.']);
    expect(await linesOf({ search: 'monday swimmers' })).toEqual([]);
    expect(await linesOf({ search: `'):*& !|<-> ʼ` })).toHaveLength(4);
  });

  it('narrows to a pitch, an organization, a tag, a person and to days', async () => {
    const tag = await db().tag.create({
      data: { name: 'pools', contacts: { create: { contactId: ids.bo } } },
    });
    expect(await linesOf({ pitchId: ids.visit })).toEqual([
      'en otoño',
      'Wants to see numbers.',
      'Price first.',
    ]);
    expect(await linesOf({ pitchId: ids.course })).toEqual(['We have no swimmers']);
    expect(await linesOf({ organizationId: ids.marea })).toEqual(['We have no swimmers', 'Price first.']);
    expect(await linesOf({ tagId: tag.id })).toEqual(['Wants to see numbers.']);
    expect(await linesOf({ contactId: ids.ana })).toEqual(['We have no swimmers', 'Price first.']);
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    expect(await linesOf({ from: day(19), until: day(9) })).toEqual([
      'Wants to see numbers.',
      'We have no swimmers',
    ]);
  });

  it('leafs there and back without losing a line', async () => {
    const first = await heardLines(reader, everythingHeard, 3);
    expect(first.newer).toBeNull();
    const second = await heardLines(reader, { ...everythingHeard, before: first.older }, 3);
    expect(second.older).toBeNull();
    expect(new Set([...first.lines, ...second.lines].map(({ messageId }) => messageId)).size).toBe(4);
    const back = await heardLines(reader, { ...everythingHeard, after: second.newer }, 3);
    expect(back.lines).toEqual(first.lines);
    expect(back.newer).toBeNull();
  });

  it('shows the last hearing of a reply, and nothing that was taken back', async () => {
    const wrong = await spoke(ids.cas, 'That was for somebody else.', 2, 'other', {
      whatWeHeard: 'Mixed up.',
    });
    await hear(member, wrong, heard('other', { whatWeHeard: 'Written to the wrong Cas.' }));
    expect(await linesOf({ search: 'mixed' })).toEqual([]);
    expect(await linesOf({ search: 'wrong' })).toEqual(['Written to the wrong Cas.']);
    await retract(member, wrong, 'another Cas');
    expect(await linesOf({ search: 'wrong' })).toEqual([]);
  });

  it('searches by its index, and walks everything along what they said', async () => {
    const owner = poolAs('owner');
    await owner.query('SET enable_seqscan = off');
    const plan = async (sql: string) =>
      (await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`)).rows
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    expect(
      await plan(`SELECT w.message_id FROM hearings w WHERE (w.words IS NOT NULL OR w.what_we_heard IS NOT NULL)
        AND ${wordsOfHearing('w')} @@ to_tsquery('simple', public.unaccent('''pri'':*'))`),
    ).toContain('hearings_words');
    expect(
      await plan(
        `SELECT said.id FROM messages said WHERE ${saidSql} ORDER BY said.moment DESC, said.recorded_seq DESC LIMIT 5`,
      ),
    ).toContain('messages_said');
  });
});

describe('a pitch', () => {
  it('says who heard it and what each answered last to it, not to another; a thank-you changes nothing', async () => {
    const { hearers } = await hearersOf(reader, ids.visit, { answers: [], after: null, most: 10 });
    expect(hearers.map(({ name, answer }) => [name, answer])).toEqual([
      ['Cas', 'interested'],
      ['Bo', 'interested'],
      ['Ana Beltrán', 'question'],
    ]);
    expect(Object.fromEntries(await answersTo(reader, ids.visit))).toEqual({
      ...{ interested: 2, question: 1 },
    });
    expect(Object.fromEntries(await answersTo(reader, ids.course))).toEqual({ declined: 1 });
  });

  it('keeps why they said no, in their words', async () => {
    expect((await noesTo(reader, ids.course, 9)).map(({ words }) => words)).toEqual(['We have no swimmers']);
    expect(await noesTo(reader, ids.visit, 9)).toEqual([]);
  });

  it('leafs through those who heard it', async () => {
    const page = (after: Parameters<typeof hearersOf>[2]['after']) =>
      hearersOf(reader, ids.visit, { answers: [], after, most: 2 });
    const first = await page(null);
    const second = await page(first.older);
    expect([...first.hearers, ...second.hearers].map(({ name }) => name)).toEqual([
      'Cas',
      'Bo',
      'Ana Beltrán',
    ]);
    expect(second.older).toBeNull();
  });

  it('stands somewhere with everybody it was put to', async () => {
    expect((await pitchesPutTo(reader, ids.ana)).map(({ name, answer }) => [name, answer])).toEqual([
      ['Swimming course', 'declined'],
      ['Second visit', 'question'],
    ]);
    const dee = await aContact({ name: 'Dee' });
    await put(dee, ids.visit, 5);
    const standsWithDee = async () => (await pitchesPutTo(reader, dee)).map(({ answer }) => answer);
    expect(await standsWithDee()).toEqual(['no_answer']);
    await logMessage(member, said(dee, 'inbound', 'Hm.', { ago: 4 }));
    expect(await standsWithDee()).toEqual(['unheard']);
    await rows('SELECT law.retract(id, $2, $3) FROM messages WHERE contact_id = $1 AND direction = $4', [
      ...[dee, member.userId, 'another Dee', 'inbound'],
    ]);
    expect(await standsWithDee()).toEqual(['no_answer']);
  });
});
