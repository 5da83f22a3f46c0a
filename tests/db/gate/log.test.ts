import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { rows } from '@/lib/db/pool';
import { messagesAfterANo } from '@/lib/gate/log/after-a-no/queries';
import { everything, type LogFilter } from '@/lib/gate/log/asked';
import { logLines } from '@/lib/gate/log/export/queries';
import { gateLog, refusedSoFar } from '@/lib/gate/log/queries';
import { withdrawClosers } from '@/lib/gate/lifting/mutations';
import { copyOut, notSent } from '@/lib/outbox/mutations';
import { retract } from '@/lib/threads/mutations';
import { aMember, anOwner } from '@/tests/support/people';
import { letter, logged, said, somebody } from './scene';

const yesterday = () => new Date(Date.now() - 24 * 3_600_000);

describe('the number that must be 0', () => {
  it('counts what left after a no, and neither the thanks nor what crossed it nor an answer', async () => {
    const nora = await anOwner();
    const after = () => messagesAfterANo(nora);

    const ana = await somebody('Ana');
    const no = await said(nora, ana.id, 'No, thank you.', { outcome: 'declined', scope: 'person' });
    await copyOut(nora, letter(ana, { answersId: no, body: 'Thank you for telling me.' }));
    await logged(nora, ana.id, {
      body: 'sent the day before',
      direction: 'outbound',
      occurredAt: yesterday(),
    });
    expect(await after()).toBe(0);

    await logged(nora, ana.id, { body: 'Just checking in', direction: 'outbound' });
    expect(await after()).toBe(1);
    expect(await messagesAfterANo(nora, yesterday())).toBe(1);
    expect(await messagesAfterANo(nora, new Date(Date.now() + 60_000))).toBe(0);
    await retract(nora, no, 'somebody else of that name');
    expect(await withdrawClosers(nora, no, 'somebody else of that name')).toEqual({ ok: true });
    expect(await after()).toBe(0);
  });

  it('counts what left after a stop; a question of theirs asked since may be answered', async () => {
    const nora = await anOwner();
    const before = await messagesAfterANo(nora);
    const ben = await somebody('Ben');
    await said(nora, ben.id, 'Leave me out.', { outcome: 'opted_out' });
    const question = await said(nora, ben.id, 'But who gave you my name?', { outcome: 'question' });
    expect(await copyOut(nora, letter(ben, { answersId: question }))).toMatchObject({
      ok: true,
      purpose: 'response',
    });
    expect(await messagesAfterANo(nora)).toBe(before);
    await logged(nora, ben.id, { body: 'And by the way …', direction: 'outbound' });
    expect(await messagesAfterANo(nora)).toBe(before + 1);
  });

  it('interest heard since opens again', async () => {
    const nora = await anOwner();
    const before = await messagesAfterANo(nora);
    const eva = await somebody('Eva');
    await said(nora, eva.id, 'No.', { outcome: 'declined', scope: 'person' });
    await said(nora, eva.id, 'I changed my mind, tell me more.', { outcome: 'interested' });
    await logged(nora, eva.id, { body: 'Gladly', direction: 'outbound' });
    expect(await messagesAfterANo(nora)).toBe(before);
  });
});

describe('the gate log', () => {
  it('shows refusals and what was taken back, by kind, person and whoever did it', async () => {
    const [nora, marc, ana, ben] = [
      await anOwner(),
      await aMember(),
      await somebody('Ana'),
      await somebody('Ben'),
    ];
    const first = await copyOut(marc, letter(ana));
    await copyOut(nora, letter(ana));
    await notSent(marc, first.ok ? first.messageId : '');
    await said(nora, ben.id, 'No', { outcome: 'declined', scope: 'person' });
    await copyOut(marc, letter(ben));
    const verbs = async (actor: Actor, filter: Partial<LogFilter>) =>
      (await gateLog(actor, { ...everything, ...filter })).rows.map(({ verb }) => verb);
    expect(await verbs(marc, { contactId: ana.id })).toEqual(['message_withdrawn', 'message_refused']);
    expect(await verbs(marc, { kind: 'refused', byId: marc.userId })).toEqual(['message_refused']);
    expect(await verbs(marc, { kind: 'lifted', contactId: ana.id })).toEqual([]);
    const { rows: log } = await gateLog(nora, { ...everything, contactId: ben.id });
    expect(log).toMatchObject([
      {
        contact: { name: 'Ben' },
        by: 'write',
        codes: { reasons: ['declined'], purpose: 'opening' },
        text: null,
        theirs: false,
      },
      { verb: 'no_recorded', contact: { name: 'Ben' }, by: 'own', codes: { scope: 'person' }, theirs: true },
    ]);
    expect(await refusedSoFar(nora, 1)).toBe(1);
  });

  it('is paged by place, both ways', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    for (let n = 0; n < 60; n += 1)
      await rows(
        `INSERT INTO events (id, verb, actor_id, contact_id, codes) VALUES ($1, 'message_refused', $2, $3, $4)`,
        [v7(), nora.userId, ana.id, JSON.stringify({ reasons: ['declined'], purpose: 'opening' })],
      );
    const of = { ...everything, contactId: ana.id };
    const newest = await gateLog(nora, of);
    expect([newest.rows.length, newest.older, newest.newer]).toEqual([50, true, false]);
    const older = await gateLog(nora, { ...of, before: newest.rows.at(-1)?.seq ?? null });
    expect([older.rows.length, older.older, older.newer]).toEqual([10, false, true]);
    const back = await gateLog(nora, { ...of, after: older.rows[0]?.seq ?? null });
    expect(back.rows.map(({ seq }) => seq)).toEqual(newest.rows.map(({ seq }) => seq));
    expect([back.older, back.newer]).toEqual([true, false]);
  });

  it('lists every closing as closed: a no, a stop, a rest, an address, in the order in which they were recorded', async () => {
    const [nora, ana] = [await anOwner(), await somebody('Ana')];
    await said(nora, ana.id, 'Not before the summer.', { outcome: 'later', until: new Date('2099-09-01') });
    await said(nora, ana.id, 'No more pitches, please.', { outcome: 'declined', scope: 'all_pitches' });
    await said(nora, ana.id, 'This is for Ben.', { outcome: 'wrong_person' });
    await said(nora, ana.id, 'Leave me out.', { outcome: 'opted_out' });
    const { rows: log } = await gateLog(nora, { ...everything, kind: 'closed', contactId: ana.id });
    expect(log.map(({ verb }) => verb)).toEqual([
      'stop_recorded',
      'wrong_person_recorded',
      'no_recorded',
      'rest_recorded',
    ]);
    expect(log[2]).toMatchObject({ codes: { scope: 'all_pitches' }, by: log[0]?.by });
    expect(log[3]?.codes).toMatchObject({ said_by: 'them', scope: 'person' });
    const next = await gateLog(nora, { ...everything, contactId: ana.id, before: log[1]?.seq ?? null });
    expect(next.rows.map(({ verb }) => verb)).toEqual(['no_recorded', 'rest_recorded']);
  });

  it('is narrowed by a part of a name, and by days of the installation', async () => {
    const [nora, jose] = [await anOwner(), await somebody('José Núñez')];
    await said(nora, jose.id, 'No.', { outcome: 'declined', scope: 'person' });
    const today = new Date().toISOString().slice(0, 10);
    const verbs = async (filter: Partial<LogFilter>) =>
      (await gateLog(nora, { ...everything, ...filter })).rows.map(({ verb }) => verb);
    expect(await verbs({ person: 'NUNEZ' })).toEqual(['no_recorded']);
    expect(await verbs({ person: 'nunez', from: today, until: today })).toEqual(['no_recorded']);
    expect(await verbs({ person: 'nunez', until: '2020-01-01' })).toEqual([]);
    expect(await verbs({ person: 'nunez', from: '2099-01-01' })).toEqual([]);
    expect(await verbs({ person: 'n%z' })).toEqual([]);
  });

  it('is a file of everything that was asked for, in which nothing runs', async () => {
    const [nora, ana] = [await anOwner(), await somebody('=Ana')];
    await said(nora, ana.id, '=1+1', { outcome: 'declined', scope: 'person', words: '=1+1' });
    for (let n = 0; n < 1_001; n += 1)
      await rows(
        `INSERT INTO events (id, verb, actor_id, contact_id, codes) VALUES ($1, 'message_refused', $2, $3, $4)`,
        [v7(), nora.userId, ana.id, JSON.stringify({ reasons: ['declined'], purpose: 'opening' })],
      );
    const reading = { language: 'en', zone: 'UTC', now: new Date() } as const;
    const lines: string[] = [];
    for await (const line of logLines(nora, { ...everything, contactId: ana.id }, reading)) lines.push(line);
    expect(lines).toHaveLength(1_003);
    expect(lines[0]).toBe('\ufeffwhen (UTC),kind,what happened,reasons,person,by,words\r\n');
    expect(lines[1]).toContain(",Refused,An opening was refused: they said no.,declined,'=Ana,own,");
    expect(lines.at(-1)).toMatch(/,Closed,They said no\.,,'=Ana,own,'=1\+1\r\n$/);
  });
});
