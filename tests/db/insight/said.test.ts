import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Writer } from '@/lib/auth/actor';
import { saidFrom, type SaidFilter } from '@/lib/insight/said/asked';
import { saidWith, standsSql } from '@/lib/insight/said/queries';
import { saidSql } from '@/lib/insight/said/sql';
import { hear } from '@/lib/replies/mutations';
import { logMessage, retract } from '@/lib/threads/mutations';
import { poolAs } from '@/tests/support/database';
import { aMember, aReader } from '@/tests/support/people';
import { aContact, heard, said } from '@/tests/support/talk';

let member: Writer;
let reader: Actor;
const ids = { ana: '', bo: '' };

async function log(contactId: string, direction: 'inbound' | 'outbound', body: string, ago: number) {
  const logged = await logMessage(member, said(contactId, direction, body, { ago }));
  if (!logged.ok) throw new Error(logged.reason);
  return logged.messageId;
}

const found = async (q: string, more: Partial<SaidFilter> = {}, most = 50) =>
  (await saidWith(reader, { ...saidFrom({ q }), ...more }, most)).lines.map(({ body }) => body);

beforeAll(async () => {
  [member, reader] = [await aMember(), await aReader()];
  [ids.ana, ids.bo] = [await aContact(), await aContact({ name: 'Bo' })];
  await log(ids.ana, 'outbound', 'Would the museum open in autumn?', 300);
  const answer = await log(ids.ana, 'inbound', 'Más bien en otoño. Escribe a bea@marea.example/visitas', 299);
  await hear(member, answer, heard('question', { whatWeHeard: 'Season decides, not price.' }));
  await log(ids.bo, 'outbound', 'What does the price depend on?', 20);
  await log(ids.bo, 'inbound', 'The price? Autumn is cheaper.', 19);
});

describe('what was said', () => {
  it('is found by the beginning of its words, whatever the accents, the latest first', async () => {
    expect(await found('OTO')).toEqual(['Más bien en otoño. Escribe a bea@marea.example/visitas']);
    expect(await found('mas otono')).toHaveLength(1);
    expect(await found('autumn')).toEqual([
      'The price? Autumn is cheaper.',
      'Would the museum open in autumn?',
    ]);
    expect(await found('autumn otoño')).toEqual([]);
    expect(await found('')).toEqual([]);
    expect(await found(`'):*& !|<-> ʼ \\`)).toEqual([]);
  });

  it('is found by the parts of an address and a link', async () => {
    for (const part of ['marea', 'bea@marea', 'marea.example', 'visitas'])
      expect(await found(part)).toHaveLength(1);
  });

  it('is found by what we heard in it, by whose words they are, and in whose conversation', async () => {
    expect(await found('season')).toEqual(['Más bien en otoño. Escribe a bea@marea.example/visitas']);
    expect(await found('price')).toHaveLength(3);
    expect(await found('price', { by: 'noted' })).toHaveLength(1);
    expect(await found('price', { by: 'us' })).toEqual(['What does the price depend on?']);
    expect(await found('price', { by: 'them' })).toEqual(['The price? Autumn is cheaper.']);
    expect(await found('price', { contactId: ids.ana })).toHaveLength(1);
  });

  it('leafs there and back without losing a message, over months in which nothing was said', async () => {
    const filter = saidFrom({ q: 'price' });
    const first = await saidWith(reader, filter, 2);
    expect([first.newer, first.lines.length]).toEqual([null, 2]);
    const second = await saidWith(reader, { ...filter, before: first.older }, 2);
    expect([second.older, second.lines.length]).toEqual([null, 1]);
    const back = await saidWith(reader, { ...filter, after: second.newer }, 2);
    expect(back.lines).toEqual(first.lines);
    expect(back.newer).toBeNull();
  });

  it('leaves out what was taken back, and looks past the last hundreds for what is rarer', async () => {
    const wrong = await log(ids.bo, 'inbound', 'Zanzibar was for somebody else.', 2);
    expect(await found('zanzibar')).toHaveLength(1);
    await retract(member, wrong, 'another Bo');
    expect(await found('zanzibar')).toEqual([]);
    const owner = await poolAs('owner').connect();
    await owner.query(`ALTER TABLE messages DISABLE TRIGGER USER`);
    await owner.query(
      `INSERT INTO messages (id, contact_id, thread_id, channel, direction, source, occurred_at, moment, body)
        SELECT gen_random_uuid(), $1, (SELECT t.id FROM threads t WHERE t.contact_id = $1 LIMIT 1), 'email', 'inbound', 'logged', at, at, 'Nothing much.'
        FROM generate_series(1, 700) n, LATERAL (SELECT now() - n * interval '1 minute' AS at) x`,
      [ids.bo],
    );
    await owner.query(`ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message`);
    await owner.query(`ALTER TABLE messages ENABLE ALWAYS TRIGGER law_message_recorded`);
    owner.release(true);
    expect(await found('autumn')).toHaveLength(2);
    expect(await found('season')).toHaveLength(1);
    expect(await found('much', {}, 30)).toHaveLength(30);
  });

  it('keeps a text without end, and one of nothing but signs', async () => {
    const words = Array.from({ length: 30_000 }, (_, n) => `w${n.toString(36)}`).join(' ');
    await log(ids.bo, 'inbound', words.slice(0, 99_000), 1);
    expect(await found('w1z')).toHaveLength(1);
    await log(ids.bo, 'inbound', '👍 … ¿?', 1);
  });

  it('is searched by the indexes of words, and walked in the order in which it was said', async () => {
    const owner = await poolAs('owner').connect();
    await owner.query('ANALYZE messages, hearings');
    await owner.query('SET enable_seqscan = off');
    const plan = async (reach: 'few' | 'month' | 'all') => {
      const asked = saidSql(saidFrom({ q: 'autumn' }), {
        reach,
        stands: standsSql,
        most: 31,
        now: new Date(),
      });
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked?.text}`, [
        ...(asked?.values ?? []),
      ]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await plan('few')).toContain('messages_moment');
    // So few rows are cheaper read one by one than by any bitmap.
    await owner.query('SET enable_indexscan = off');
    for (const reach of ['month', 'all'] as const) {
      expect(await plan(reach)).toContain('messages_words');
      expect(await plan(reach)).toContain('hearings_words');
    }
    owner.release(true);
  });
});
