import { describe, expect, it } from 'vitest';
import { insteadOf } from '@/lib/gate/next-act';
import { plainly } from '@/lib/gate/parts';
import { tellAct } from '@/lib/gate/told';
import { reasonCodes } from '@/lib/gate/verdict';
import { refusals, type RefusalName } from './refusals';
import { explainedOf, readingIn, reasonOf } from './told';

const instead: Partial<Record<RefusalName, string>> = {
  'left out': 'wait for Ana’s word',
  'address closed by hand': 'use another address',
  shared: 'use another address',
  'a no': 'wait for Ana’s word',
  'a colleague’s no': 'wait for Luis Vega’s word',
  'no pitches': 'write without a pitch',
  'no pitches, their turn': 'wait for Ana’s word',
  'no to a pitch': 'wait until 14 September',
  'a pitch in the answer': 'write without a pitch',
  'wrong person': 'wait until 14 September',
  'a day they named': 'wait until 14 September',
  'half a year later': 'say what is new',
  silence: 'wait for Ana’s word',
  'one more, later': 'wait until 14 September',
  'one more, with news': 'say what is new',
  ended: 'wait until 14 September',
};

describe('what is lawful instead', () => {
  it.each(Object.entries(instead))('%s: %s', (name, expected) => {
    const refused = Object.entries(refusals).find(([one]) => one === name)?.[1];
    const purpose = refused && 'purpose' in refused ? refused.purpose : undefined;
    const [first] = insteadOf(explainedOf(refused?.reasons ?? [], purpose));
    expect(first && plainly(tellAct(first, 'Ana', readingIn('en')), readingIn('en'))).toBe(expected);
  });

  it('is something for every reason of the law', () => {
    for (const code of reasonCodes) expect(insteadOf(explainedOf([reasonOf(code)]))).toHaveLength(1);
  });

  it('names the row where there is one to go to, and what can be done at once comes first', () => {
    const messageId = '0197a5e4-0000-7000-8000-00000000000a';
    const acts = insteadOf(
      explainedOf([
        reasonOf('declined', { scope: 'person' }),
        reasonOf('unheard_reply', { message_id: messageId, count: 1 }),
        reasonOf('response_owed', { message_id: messageId, count: 1 }),
      ]),
    );
    expect(acts).toEqual([
      { act: 'listen', messageId },
      { act: 'answer', messageId },
      { act: 'wait_for_word', from: null },
    ]);
  });
});
