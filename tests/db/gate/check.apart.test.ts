import { v7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { rows } from '@/lib/db/pool';
import { suppressAddress } from '@/lib/suppressions/mutations';
import { copyOut, sent } from '@/lib/outbox/mutations';
import type { Copy } from '@/lib/outbox/letter';
import { verdictSchema } from '@/lib/gate/verdict';
import { asking, checked, handleOf } from './asking';
import { anOrganization, aPitch, letter, logged, said, somebody } from './scene';

vi.mock('@/lib/session/session', async (real) => ({ ...(await real<object>()), signedIn: async () => null }));

type Person = Awaited<ReturnType<typeof somebody>>;

const { here } = asking();

/** A situation: what happened, and which message is thought of. */
interface Situation {
  readonly to: Person;
  readonly parts?: Partial<Copy>;
  readonly by?: 'id' | 'linkedin' | 'email';
}

const reply = (to: Person, as: Parameters<typeof said>[3], body = 'Their words.') =>
  said(here().nora, to.id, body, as);

const situations: readonly (readonly [string, string, () => Promise<Situation>])[] = [
  ['a stranger', 'opening', async () => ({ to: await somebody('Ana') })],
  [
    'a no',
    'declined',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'declined', scope: 'person', words: 'Their words' });
      return { to };
    },
  ],
  [
    'the thanks after a no',
    'thanks',
    async () => {
      const to = await somebody('Ana');
      return { to, parts: { answersId: await reply(to, { outcome: 'declined', scope: 'person' }) } };
    },
  ],
  [
    'a second thanks',
    'declined',
    async () => {
      const to = await somebody('Ana');
      const answersId = await reply(to, { outcome: 'declined', scope: 'person' });
      const first = await copyOut(here().nora, letter(to, { answersId, body: 'Thank you.' }));
      await sent(here().nora, first.ok ? first.messageId : '');
      return { to, parts: { answersId } };
    },
  ],
  [
    'a no of a colleague for all of them',
    'declined',
    async () => {
      const organizationId = await anOrganization('Marea');
      const luis = await somebody('Luis Vega', { organizationId });
      await reply(luis, { outcome: 'declined', scope: 'organization', words: 'Their words' });
      return { to: await somebody('Carmen', { organizationId }) };
    },
  ],
  [
    'a no to pitches, and a message without one',
    'opening',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'declined', scope: 'all_pitches' });
      return { to };
    },
  ],
  [
    'a no to pitches, and another one',
    'declined',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'declined', scope: 'all_pitches' });
      return { to, parts: { pitchId: await aPitch(`Second visit ${v7()}`) } };
    },
  ],
  [
    'a not-now with a date',
    'resting',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'later', until: new Date(Date.now() + 40 * 86_400_000) });
      return { to, parts: { newFact: 'we have moved' } };
    },
  ],
  [
    'an unheard reply',
    'unheard_reply',
    async () => {
      const to = await somebody('Ana');
      await logged(here().nora, to.id, { body: 'And what does it cost?' });
      return { to, by: 'id' };
    },
  ],
  [
    'silence',
    'awaiting_reply',
    async () => {
      const to = await somebody('Ana');
      const first = await copyOut(here().nora, letter(to));
      await sent(here().nora, first.ok ? first.messageId : '');
      return { to, by: 'email', parts: { addressId: to.email } };
    },
  ],
  [
    'a stop',
    'opted_out',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'opted_out', words: 'Their words' });
      return { to };
    },
  ],
  [
    'a question asked after a stop, answered',
    'response',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'opted_out' });
      return { to, parts: { answersId: await reply(to, { outcome: 'question' }) } };
    },
  ],
  [
    'a question owed, and something else',
    'response_owed',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'question' });
      return { to };
    },
  ],
  [
    'a question owed, answered',
    'response',
    async () => {
      const to = await somebody('Ana');
      return { to, parts: { answersId: await reply(to, { outcome: 'question' }) } };
    },
  ],
  [
    'a suppressed address',
    'suppressed',
    async () => {
      const to = await somebody('Ana');
      await suppressAddress(here().nora, { channel: 'linkedin', handle: await handleOf(to.linkedin) }, 'so');
      return { to };
    },
  ],
  [
    'a retired handle',
    'not_their_address',
    async () => {
      const to = await somebody('Ana');
      await rows('SELECT law.retire_address($1, $2)', [to.linkedin, here().nora.userId]);
      return { to };
    },
  ],
  [
    'several at once: a stop, a no and an unheard reply',
    'opted_out',
    async () => {
      const to = await somebody('Ana');
      await reply(to, { outcome: 'declined', scope: 'person' });
      await reply(to, { outcome: 'opted_out' });
      await logged(here().nora, to.id, { body: 'Hello?' });
      return { to };
    },
  ],
];

describe('the same answer as law.verdict and as the trigger', () => {
  it.each(situations)('%s: %s', async (_, expected, happen) => {
    const { nora, token } = here();
    const { to, parts = {}, by = 'linkedin' } = await happen();
    const copy = letter(to, parts);
    const channel = by === 'email' ? 'email' : 'linkedin';
    const whom = by === 'id' ? { contact_id: to.id, channel } : { [by]: await handleOf(to[by]) };
    const named = { pitch_id: copy.pitchId, answers_id: copy.answersId, new_fact: copy.newFact };
    const answer = await checked({ ...whom, ...named }, token);

    const [asked] = await rows<{ verdict: unknown }>(
      'SELECT law.verdict($1, $2, $3, $4, $5, $6, $7) AS verdict',
      [to.id, nora.userId, channel, copy.addressId, copy.pitchId, copy.answersId, copy.newFact !== null],
    );
    const verdict = verdictSchema.parse(asked?.verdict);
    const same = ({ code, since, until }: (typeof verdict)['reasons'][number]) => ({
      ...{ code, since: since?.toISOString() ?? null, until: until?.toISOString() ?? null },
    });
    expect(answer).toMatchObject({
      ...{ known: true, contact: { id: to.id }, allowed: verdict.allowed, purpose: verdict.purpose },
      reasons: verdict.reasons.map(same),
    });
    expect(answer.allowed ? answer.purpose : answer.reasons[0]?.code).toBe(expected);

    const tried = await copyOut(nora, copy);
    if (tried.ok) expect({ allowed: true, purpose: tried.purpose }).toEqual(pick(answer));
    else if (tried.why === 'refused')
      expect({ ...pick(tried.verdict), reasons: tried.verdict.reasons.map(same) }).toEqual({
        ...pick(answer),
        reasons: answer.reasons.map(({ code, since, until }) => ({ code, since, until })),
      });
    else expect.unreachable(JSON.stringify(tried));
  });
});

const pick = ({ allowed, purpose }: { allowed: boolean; purpose: string }) => ({ allowed, purpose });
