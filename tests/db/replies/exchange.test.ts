import { beforeAll, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { Writer } from '@/lib/auth/actor';
import { db } from '@/lib/db/client';
import { keepNewcomer, logExchange } from '@/lib/replies/exchange/mutations';
import { draftFor, loggedBetween, pathAfterLogging } from '@/lib/replies/exchange/queries';
import { exchangeTurns, type ExchangeTold } from '@/lib/replies/exchange/told';
import { hourOf, isoDay } from '@/lib/language/moments';
import { turnsOf } from '@/lib/threads/queries';
import { aMember } from '@/tests/support/people';
import { aContact, standingOf } from '@/tests/support/talk';

let nora: Writer;

beforeAll(async () => {
  nora = await aMember({ name: 'Nora Weiß', timeZone: 'Europe/Madrid' });
});

type Turn = ExchangeTold['turns'][number];

function turn(
  direction: 'inbound' | 'outbound',
  day: string,
  hour: string | null,
  body: string,
  rest: Partial<Turn> = {},
): Turn {
  return {
    kind: 'message',
    direction,
    channel: 'whatsapp',
    addressId: null,
    day,
    hour,
    subject: null,
    body,
    outcome: null,
    ...rest,
  };
}

async function logged(contactId: string, turns: Turn[]) {
  const read = exchangeTurns({ contactId, turns });
  if (!read.ok) throw new Error(read.reason);
  const answer = await logExchange(nora, contactId, read.turns);
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

async function timeline(contactId: string) {
  const { turns } = await turnsOf(nora, contactId, { before: null, most: 50 });
  return turns.map(({ body }) => body);
}

const talk = [
  turn('outbound', '2026-03-02', '10:00', 'Hola, Ana. ¿Tendrías media hora?'),
  turn('inbound', '2026-03-03', '09:30', '¿Para qué sería?'),
  turn('outbound', '2026-03-03', '11:00', 'Para que me cuentes cómo escucháis.'),
  turn('inbound', '2026-03-05', '18:00', 'No, gracias.'),
];

describe('logging a whole exchange', () => {
  it('writes every turn in its order, with its own date, ours in our name', async () => {
    const ana = await aContact();
    const { messageIds, here, refused } = await logged(ana, talk);
    expect(messageIds).toHaveLength(4);
    expect({ here, refused }).toEqual({ here: 0, refused: [] });
    expect(await timeline(ana)).toEqual(talk.map(({ body }) => body));
    const rows = await db().message.findMany({ where: { contactId: ana }, orderBy: { recordedSeq: 'asc' } });
    expect(rows.map(({ occurredAt }) => occurredAt.toISOString())).toEqual([
      ...['2026-03-02T09:00:00.000Z', '2026-03-03T08:30:00.000Z'],
      ...['2026-03-03T10:00:00.000Z', '2026-03-05T17:00:00.000Z'],
    ]);
    expect(rows.map(({ authorId }) => authorId)).toEqual([nora.userId, null, nora.userId, null]);
    expect(rows[2]?.answersId).toBe(rows[1]?.id);
    expect(await standingOf(ana)).toMatchObject({ turn: 'ours', unheard: 2 });
  });

  it('is all of it or nothing', async () => {
    const ana = await aContact();
    const luis = await keepNewcomer(nora, {
      name: 'Luis Prat',
      organization: '',
      address: `${v7()}@otra.example`,
    });
    if (!luis.ok) throw new Error(luis.reason);
    const theirs = await db().address.findFirstOrThrow({ where: { contactId: luis.id } });
    const read = exchangeTurns({
      contactId: ana,
      turns: [
        talk[0] ?? turn('inbound', '2026-01-01', null, 'x'),
        turn('inbound', '2026-03-03', null, 'hola', { channel: 'email', addressId: theirs.id }),
      ],
    });
    if (!read.ok) throw new Error(read.reason);
    await expect(logExchange(nora, ana, read.turns)).resolves.toEqual({
      ok: false,
      reason: 'address_of_another',
    });
    expect(await timeline(ana)).toEqual([]);
  });

  it('keeps the order of the paste where only days are known, also between hours', async () => {
    const ana = await aContact();
    const day = '2026-03-03';
    const turns = [
      turn('outbound', day, null, 'first'),
      turn('inbound', day, '10:00', 'second'),
      turn('outbound', day, null, 'third'),
      turn('inbound', day, null, 'fourth'),
      turn('outbound', day, '12:00', 'fifth'),
      turn('inbound', '2026-03-04', null, 'sixth'),
    ];
    await logged(ana, turns);
    expect(await timeline(ana)).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'sixth']);
    expect(await standingOf(ana)).toMatchObject({ turn: 'ours' });
  });

  it('is the same sent twice as sent once', async () => {
    const ana = await aContact();
    await logged(ana, talk);
    expect(await logged(ana, talk)).toMatchObject({ messageIds: [], here: 4 });
    expect(await timeline(ana)).toHaveLength(4);
  });

  it('is the same sent four times at once as sent once', async () => {
    const ana = await aContact();
    const answers = await Promise.all([1, 2, 3, 4].map(() => logged(ana, talk)));
    expect(answers.map(({ messageIds }) => messageIds.length).sort()).toEqual([0, 0, 0, 4]);
    expect(await timeline(ana)).toHaveLength(4);
  });

  it('adds only what is new to what is here, and answers what is here', async () => {
    const ana = await aContact();
    await logged(ana, talk.slice(0, 2));
    const more = await logged(ana, talk);
    expect(more).toMatchObject({ here: 2 });
    expect(more.messageIds).toHaveLength(2);
    const rows = await db().message.findMany({ where: { contactId: ana }, orderBy: { recordedSeq: 'asc' } });
    expect(rows[2]?.answersId).toBe(rows[1]?.id);
  });

  it('writes the same short words twice where they were said twice', async () => {
    const ana = await aContact();
    const twice = [
      turn('inbound', '2026-03-03', '10:00', 'ok'),
      turn('inbound', '2026-03-03', '16:00', 'ok'),
    ];
    expect((await logged(ana, twice)).messageIds).toHaveLength(2);
    expect((await logged(ana, twice)).messageIds).toHaveLength(0);
  });

  it('records what the law would have refused, and says which and why', async () => {
    const ana = await aContact();
    const { messageIds: before } = await logged(ana, talk.slice(0, 1));
    // The minute that begins within the next one: a message of ours after what is recorded by now.
    const at = new Date(Date.now() + 59_000);
    const reading = { language: 'en', zone: 'Europe/Madrid', now: at } as const;
    const late = turn('outbound', isoDay(at, reading.zone), hourOf(at, reading), '¿Lo has visto?');
    const { messageIds, refused } = await logged(ana, [...talk.slice(0, 1), late]);
    expect(refused).toEqual([{ messageId: messageIds[0], codes: ['awaiting_reply'] }]);
    const told = await loggedBetween(nora, ana, { first: before[0] ?? '', last: messageIds[0] ?? '' });
    expect(told.count).toBe(2);
    expect(told.against).toMatchObject([{ body: '¿Lo has visto?', codes: ['awaiting_reply'] }]);
  });

  it('never counts against us what was said before we met here', async () => {
    const ana = await aContact();
    const twice = [
      turn('outbound', '2026-03-02', '10:00', 'Hola.'),
      turn('outbound', '2026-03-09', '10:00', '¿Hola?'),
    ];
    expect((await logged(ana, twice)).refused).toEqual([]);
  });

  it('does not hold against us what came before their no', async () => {
    const ana = await aContact();
    expect((await logged(ana, talk)).refused).toEqual([]);
  });

  it('keeps a talk as heard, and leaves likes and connections out of the turn', async () => {
    const ana = await aContact();
    await logged(ana, [
      turn('inbound', '2026-03-01', null, 'Ana accepted your invitation', {
        kind: 'connection',
        channel: 'linkedin',
      }),
      turn('outbound', '2026-03-02', '10:00', 'Hola, Ana.'),
      turn('inbound', '2026-03-02', '10:30', 'Liked “Hola, Ana.”', { kind: 'reaction' }),
      turn('inbound', '2026-03-03', '10:00', 'Voice call, 12 min', { kind: 'talk', outcome: 'question' }),
    ]);
    expect(await standingOf(ana)).toMatchObject({ turn: 'ours', unheard: 0, owed: 1 });
  });

  it('asks what a talk came to', () => {
    const read = exchangeTurns({
      contactId: v7(),
      turns: [turn('inbound', '2026-03-03', null, 'Call', { kind: 'talk' })],
    });
    expect(read).toEqual({ ok: false, at: 0, reason: 'choose' });
  });
});

describe('what a paste is shown with', () => {
  const pasted =
    '12/03/2026, 18:04 - Nora: Hola, Ana: ¿hablamos?\n12/03/2026, 18:10 - Ana Beltrán: Sí\n12/03/2026, 18:11 - Ana Beltrán: mañana';

  it('says what is here already, joined or not', async () => {
    const ana = await aContact();
    const before = await draftFor(nora, { text: pasted, contactId: ana });
    expect(before.draft.turns.map(({ text, here }) => [text, here])).toEqual([
      ['Hola, Ana: ¿hablamos?', false],
      ['Sí\nmañana', false],
    ]);
    await logged(ana, [
      turn('outbound', '2026-03-12', '18:04', 'Hola, Ana: ¿hablamos?'),
      turn('inbound', '2026-03-12', '18:10', 'Sí\nmañana'),
    ]);
    const after = await draftFor(nora, { text: `${pasted}\n12/03/2026, 19:00 - Nora: Bien`, contactId: ana });
    expect(after.draft.turns.map(({ here }) => here)).toEqual([true, true, false]);
  });

  it('guesses with whom it was by the names and addresses in it', async () => {
    const name = `Zoraida ${v7().slice(-6)}`;
    const zoraida = await aContact({ name });
    const read = await draftFor(nora, {
      text: `12/03/2026, 18:04 - Nora: hola\n12/03/2026, 18:10 - ${name}: dime`,
      contactId: null,
    });
    expect(read).toMatchObject({ contact: { id: zoraida, name }, guessed: true });
    await aContact({ name });
    const two = await draftFor(nora, {
      text: `12/03/2026, 18:04 - Nora: hola\n12/03/2026, 18:10 - ${name}: dime`,
      contactId: null,
    });
    expect(two).toMatchObject({ contact: null, newcomer: name, people: [{ name }, { name }] });
  });

  it('leads on to listening where something of theirs is unheard', async () => {
    const ana = await aContact();
    const { messageIds } = await logged(ana, talk);
    const path = await pathAfterLogging(nora, ana, { messageIds, here: 1, theirs: true });
    expect(path).toBe(`/listen/${messageIds[3]}?logged=${messageIds[0]}&to=${messageIds[3]}&here=1`);
    expect(await pathAfterLogging(nora, ana, { messageIds, here: 0, theirs: false })).toMatch(
      `/contacts/${ana}?`,
    );
  });
});
