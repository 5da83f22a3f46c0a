import { describe, expect, it } from 'vitest';
import { insteadOf } from '@/lib/gate/next-act';
import { reasonCodes } from '@/lib/gate/verdict';
import { refusals, type RefusalName } from './refusals';
import { explainedOf, readNext, reasonOf } from './told';

const instead: Partial<Record<RefusalName, [string, string]>> = {
  'left out': ['wait for Ana’s word', 'esperar a que Ana diga algo'],
  'address closed by hand': ['use another address', 'usar otra dirección'],
  shared: ['use another address', 'usar otra dirección'],
  'a no': ['wait for Ana’s word', 'esperar a que Ana diga algo'],
  'a colleague’s no': ['wait for Luis Vega’s word', 'esperar a que Luis Vega diga algo'],
  'no pitches': ['write without a pitch', 'escribir sin proponer nada'],
  'no pitches, their turn': ['wait for Ana’s word', 'esperar a que Ana diga algo'],
  'no to a pitch': ['wait until 14 September', 'esperar hasta el 14 de septiembre'],
  'a pitch in the answer': ['write without a pitch', 'escribir sin proponer nada'],
  'wrong person': ['wait until 14 September', 'esperar hasta el 14 de septiembre'],
  'a day they named': ['wait until 14 September', 'esperar hasta el 14 de septiembre'],
  'half a year later': ['say what is new', 'decir qué hay de nuevo'],
  silence: ['wait for Ana’s word', 'esperar a que Ana diga algo'],
  'one more, later': ['wait until 14 September', 'esperar hasta el 14 de septiembre'],
  'one more, with news': ['say what is new', 'decir qué hay de nuevo'],
  'an uninvited pitch': ['write without a pitch', 'escribir sin proponer nada'],
  'a colleague’s conversation': ['ask Marc to hand it over', 'pedir a Marc que te ceda la conversación'],
  'six unheard elsewhere': ['listen to those who are waiting', 'escuchar a quienes esperan'],
  'nobody looked': ['look on LinkedIn and in the mail', 'mirar en LinkedIn y en el correo'],
  'the mailbox is unread': ['wait until the mailbox has been read', 'esperar a que se lea el buzón'],
  ended: ['wait until 14 September', 'esperar hasta el 14 de septiembre'],
};

describe('what is lawful instead', () => {
  it.each(Object.entries(instead))('%s', (name, [english, spanish]) => {
    const refused = Object.entries(refusals).find(([one]) => one === name)?.[1];
    const purpose = refused && 'purpose' in refused ? refused.purpose : undefined;
    expect(readNext('en', refused?.reasons ?? [], purpose)).toBe(`What you may do: ${english}.`);
    expect(readNext('es', refused?.reasons ?? [], purpose)).toBe(`Lo que puedes hacer: ${spanish}.`);
  });

  it('is to listen where a reply is unheard', () => {
    const unheard = reasonOf('unheard_reply', {
      message_id: '0197a5e4-0000-7000-8000-00000000000a',
      count: 1,
    });
    expect(readNext('en', [unheard])).toBe('What you may do: listen.');
    expect(readNext('es', [unheard])).toBe('Lo que puedes hacer: escuchar.');
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
