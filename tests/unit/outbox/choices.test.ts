import { describe, expect, it } from 'vitest';
import type { DoorFact, ReplyFact } from '@/lib/gate/facts/queries';
import { nothingCarried } from '@/lib/gate/lifting/carried';
import type { ContactStanding } from '@/lib/gate/standing';
import { choicesFrom, chosenSchema } from '@/lib/outbox/choices';
import { explainedOf } from '../gate/told';

const door = (id: string, channel: DoorFact['channel'], more: Partial<DoorFact> = {}): DoorFact => ({
  ...{ id, channel, typed: id, handle: id, state: 'held', suppressed: false, usedAt: null, ...more },
});
const reply = (id: string, channel: ReplyFact['channel']): ReplyFact => ({
  ...{
    id,
    channel,
    body: id,
    occurredAt: new Date(0),
    dayOnly: false,
    language: null,
    outcome: 'question',
    followed: false,
  },
});
const [linkedin, email] = [door('in', 'linkedin'), door('mail', 'email')];
const [asked, no] = [reply('asked', 'email'), reply('no', 'linkedin')];

function choices(
  search: Record<string, string>,
  more: Partial<ContactStanding> = {},
  draft: Parameters<typeof choicesFrom>[1]['draft'] = null,
) {
  const standing: ContactStanding = {
    ...{
      explained: explainedOf([]),
      turn: 'ours',
      everWritten: true,
      owed: 1,
      isClosed: false,
      answers: asked,
      ourRest: null,
    },
    ...{ thankFor: no.id, doors: [linkedin, email], carried: nothingCarried, promisedUntil: null, ...more },
  };
  const known = { standing, replies: [asked, no], pitches: [{ id: 'p1' }], draft };
  const { address, answers, ...rest } = choicesFrom(chosenSchema.parse(search), known);
  return { ...rest, address: address?.id ?? null, answers: answers?.id ?? null };
}

const nothing = { pitchId: null, newFact: false, thanks: false };

describe('what a message is about to be', () => {
  it('by itself it answers what is owed, where it was asked, without a pitch', () => {
    expect(choices({})).toEqual({ ...nothing, address: 'mail', answers: 'asked' });
  });

  it('what was chosen wins, also when it was none', () => {
    expect(choices({ address: 'in', answers: '', pitch: 'p1', fact: '1' })).toEqual({
      ...{ address: 'in', answers: null, pitchId: 'p1', newFact: true, thanks: false },
    });
  });

  it('a draft is taken up where it was left', () => {
    const draft = { addressId: 'in', pitchId: 'p1', answersId: null, newFact: 'We moved' };
    expect(choices({}, {}, draft)).toEqual({
      ...nothing,
      address: 'in',
      pitchId: 'p1',
      answers: 'asked',
      newFact: true,
    });
  });

  it('a thanks answers the no and carries no pitch', () => {
    const draft = { addressId: null, pitchId: 'p1', answersId: 'asked', newFact: null };
    expect(choices({ thanks: '1', pitch: 'p1' }, {}, draft)).toEqual({
      ...nothing,
      address: 'in',
      answers: 'no',
      thanks: true,
    });
  });

  it('a closed address is offered only where there is no open one', () => {
    const closed = door('in', 'linkedin', { suppressed: true });
    expect(choices({ channel: 'linkedin', answers: '' }, { doors: [closed, email] }).address).toBe('mail');
    expect(choices({}, { doors: [closed] }).address).toBe('in');
    expect(choices({ address: 'in' }, { doors: [closed, email] }).address).toBe('in');
    expect(choices({}, { doors: [] }).address).toBeNull();
  });

  it('what is not theirs is not chosen', () => {
    expect(choices({ answers: 'somebody-elses', pitch: 'gone' })).toMatchObject({
      answers: null,
      pitchId: null,
    });
  });
});
