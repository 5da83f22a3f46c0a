import { describe, expect, it } from 'vitest';
import { commandsFor, peopleFor } from '@/components/frame/palette/answer';
import { liftRest } from '@/lib/gate/mutations';
import { lastActsOf } from '@/lib/replies/acts/queries';
import { hear, restContact, unhear } from '@/lib/replies/mutations';
import { logMessage, retract } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, aReader, anOwner } from '@/tests/support/people';
import { aContact, heard, said } from '@/tests/support/talk';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function logged(member: Awaited<ReturnType<typeof aMember>>, contact: string, body = 'Who are you?') {
  const answer = await logMessage(member, said(contact, 'inbound', body));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.messageId;
}

describe('what one did last', () => {
  it('stands there newest first, until it is taken back', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    const first = await logged(member, ana);
    const second = await logged(member, ana, 'Thanks, all set.');
    await hear(member, second, heard('question'));
    await restContact(member, ana, inDays(30));
    const kinds = async () => (await lastActsOf(member, { most: 20 })).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['rested', 'heard', 'logged', 'logged']);

    const [rest] = await lastActsOf(member, { most: 1 });
    await liftRest(member, rest?.id ?? '');
    expect(await kinds()).toEqual(['heard', 'logged', 'logged']);
    await retract(member, first, 'Logged by mistake.');
    expect(await kinds()).toEqual(['heard', 'logged']);
  });

  it('is not what took something back', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    const message = await logged(member, ana);
    await hear(member, message, heard('interested'));
    await hear(member, message, heard('question'));
    expect(await unhear(member, message)).toMatchObject({ ok: true, stands: false });
    expect((await lastActsOf(member, { most: 20 })).map(({ kind }) => kind)).toEqual(['logged']);
  });

  it('is nobody else’s', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    await logged(member, ana);
    expect(await lastActsOf(await anOwner(), { most: 20, contactId: ana })).toEqual([]);
  });

  it('leaves out a row whose words closed something: taking it back would not open that', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    const message = await logged(member, ana, 'No, thank you.');
    await hear(member, message, heard('declined', { scope: 'person', words: 'No, thank you' }));
    expect((await lastActsOf(member, { most: 20 })).map(({ kind }) => kind)).toEqual(['heard']);
  });

  it('is at most twenty, found by an index among everybody’s', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    for (let count = 0; count < 22; count += 1) await logged(member, ana, `Word ${count}`);
    const acts = await lastActsOf(member, { most: 20 });
    expect(acts).toHaveLength(20);
    expect(acts[0]).toMatchObject({
      kind: 'logged',
      words: 'Word 21',
      detail: 'inbound',
      name: 'Ana Beltrán',
    });
    const plan = await poolAs('owner').query<{ 'QUERY PLAN': string }>(
      `SET enable_seqscan = off; EXPLAIN SELECT id FROM messages WHERE source = 'logged' AND recorded_by_id = '${member.userId}' ORDER BY recorded_by_id DESC, recorded_seq DESC LIMIT 20`,
    );
    const lines = (Array.isArray(plan) ? plan : [plan])
      .flatMap(({ rows }) => rows)
      .map((row) => row['QUERY PLAN']);
    expect(lines.join('\n')).toContain('Index Scan Backward using messages_logged_by');
  });
});

describe('the commands', () => {
  const labels = (answer: Awaited<ReturnType<typeof commandsFor>>) =>
    answer.commands.map(({ label }) => label);

  it('begin with the person in view, as the law lets it', async () => {
    const [member, ana] = [await aMember(), await aContact()];
    const message = await logged(member, ana);
    const before = await commandsFor(member, ana, 'en');
    expect(before.person).toBe('Ana Beltrán');
    expect(labels(before).slice(0, 3)).toEqual([
      'Listen to Ana Beltrán',
      'Write to Ana Beltrán',
      'Log something with Ana Beltrán',
    ]);
    expect(before.commands[1]?.hint).toBeTruthy();
    expect(labels(before)).not.toContain('Let Ana Beltrán rest');
    await hear(member, message, heard('question'));
    const after = await commandsFor(member, ana, 'es');
    expect(labels(after).slice(0, 3)).toEqual([
      'Escribir a Ana Beltrán',
      'Anotar algo con Ana Beltrán',
      'Dar por terminada la conversación con Ana Beltrán',
    ]);
    expect(after.commands[0]).toMatchObject({ hint: null, key: 'r', also: 'Write to Ana Beltrán' });
  });

  it('give a reader places, and no verbs', async () => {
    const answer = await commandsFor(await aReader(), await aContact(), 'en');
    expect(answer.person).toBeNull();
    expect(labels(answer)).toContain('Today');
    expect(labels(answer)).not.toContain('Log something');
  });

  it('of somebody who is gone are only places', async () => {
    const gone = '019a0000-0000-7000-8000-00000000000a';
    expect((await commandsFor(await aMember(), gone, 'en')).person).toBeNull();
  });

  it('find at most eight people, with where they stand, and lead to writing when that was asked', async () => {
    const member = await aMember();
    const first = await aContact({ name: 'Zenobia Winter' });
    for (let count = 0; count < 9; count += 1) await aContact({ name: `Zenobia ${count}` });
    const found = await peopleFor(member, 'zenobia', 'en', false);
    const first8 = found.commands.filter(({ id }) => id.startsWith('contact-'));
    expect(first8).toHaveLength(8);
    // What one can do with the first of them stands behind that one.
    expect(found.commands.slice(1, 4).map(({ id }) => id.split('-')[0])).toEqual(['write', 'log', 'rest']);
    expect(found.commands[0]).toMatchObject({ group: 'people', hint: 'Never written to' });
    const whom = await peopleFor(member, 'zenobia winter', 'en', true);
    expect(whom.commands.map(({ href }) => href)).toEqual([`/contacts/${first}/write`]);
    expect((await peopleFor(member, '  ', 'en', false)).commands).toEqual([]);
  });
});
