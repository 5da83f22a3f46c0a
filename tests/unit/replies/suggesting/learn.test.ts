import { describe, expect, it } from 'vitest';
import { harmOf } from '@/lib/replies/suggesting/harm';
import { learnFrom } from '@/lib/replies/suggesting/learn';
import { shippedModel } from '@/lib/replies/suggesting/model';
import { suggest } from '@/lib/replies/suggesting/suggest';

const reply = (replyText: string) => ({ replyText, sentOn: '2025-03-04', channel: 'email' });
const yes = 'Sounds great, send me the price list and we can talk on Thursday.';

describe('what people correct', () => {
  it('makes a reply like the corrected one a no where a no was heard', () => {
    expect(suggest(reply(yes)).outcome).toBe('interested');
    const model = learnFrom(shippedModel(), [{ replyText: yes, heard: 'declined', suggested: 'interested' }]);
    expect(suggest(reply(yes), model).outcome).toBe('declined');
    expect(suggest(reply(`${yes} Best!`), model).outcome).toBe('declined');
  });

  it('leaves a reply untold where something else was heard in one like it', () => {
    const model = learnFrom(shippedModel(), [{ replyText: yes, heard: 'other', suggested: 'interested' }]);
    expect(suggest(reply(yes), model).outcome).toBeNull();
  });

  it('never makes a suggestion bolder', () => {
    const no = 'No thanks, please take me off your list.';
    const model = learnFrom(shippedModel(), [{ replyText: no, heard: 'interested', suggested: 'opted_out' }]);
    expect(suggest(reply(no), model).outcome).toBe('opted_out');
  });

  it('moves nothing that is not like what was corrected, and leaves the shipped model as it is', () => {
    const model = learnFrom(shippedModel(), [{ replyText: yes, heard: 'declined', suggested: 'interested' }]);
    for (const text of ['How much is it for ten seats?', 'Not interested.', 'Write to me in May.'])
      expect(suggest(reply(text), model)).toEqual(suggest(reply(text)));
    expect(shippedModel().learnt).toEqual([]);
  });

  it('learns nothing from what was heard as it was suggested', () => {
    const model = learnFrom(shippedModel(), [
      { replyText: yes, heard: 'interested', suggested: 'interested' },
    ]);
    expect(model.learnt).toEqual([]);
  });
});

describe('the order of Listen', () => {
  it('puts what stops a person first, what cannot be told before questions, thanks last', () => {
    const outcomes = [
      'other',
      'interested',
      null,
      'question',
      'later',
      'declined',
      'opted_out',
      'wrong_person',
    ] as const;
    const ordered = [...outcomes].sort(
      (a, b) => harmOf({ outcome: b, sure: 0.8 }) - harmOf({ outcome: a, sure: 0.8 }),
    );
    expect(ordered).toEqual([
      'opted_out',
      'declined',
      'later',
      'wrong_person',
      null,
      'question',
      'interested',
      'other',
    ]);
  });

  it('puts the surer of two alike first, and never above a graver one', () => {
    expect(harmOf({ outcome: 'declined', sure: 1 })).toBeGreaterThan(
      harmOf({ outcome: 'declined', sure: 0.6 }),
    );
    expect(harmOf({ outcome: 'declined', sure: 1 })).toBeLessThan(harmOf({ outcome: 'opted_out', sure: 0 }));
  });
});
