import { describe, expect, it } from 'vitest';
import { tooLongForThanks } from '@/lib/manners/thanks';
import { copyOf, letterIn } from '@/lib/outbox/letter';
import { writePath } from '@/lib/outbox/write-path';

const contactId = '0197a5e4-0000-7000-8000-000000000001';
const addressId = '0197a5e4-0000-7000-8000-000000000002';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ contactId, body: 'Hello', ...fields })) data.set(name, value);
  return data;
}

describe('what the write form says', () => {
  it('an empty choice is none', () => {
    expect(letterIn(form({ addressId: '', pitchId: '', newFact: '  ', subject: ' Hi ' }))).toEqual({
      ...{
        contactId,
        addressId: null,
        pitchId: null,
        answersId: null,
        newFact: null,
        subject: 'Hi',
        body: 'Hello',
      },
    });
  });

  it.each([{ contactId: 'x' }, { addressId: 'ana@marea.example' }, { body: 'x'.repeat(20_001) }])(
    'what cannot be read is no letter',
    (fields) => {
      expect(letterIn(form(fields))).toBeNull();
    },
  );

  it('it can leave when it says something and goes somewhere', () => {
    const letter = letterIn(form({ addressId }));
    expect(letter && copyOf(letter)).toMatchObject({ addressId, body: 'Hello' });
    expect(letter && copyOf({ ...letter, addressId: null })).toBe('no_address');
    expect(letter && copyOf({ ...letter, body: ' \n ' })).toBe('nothing_written');
  });

  it('a thanks has 400 characters, whatever they are made of', () => {
    expect(tooLongForThanks('🙏'.repeat(400))).toBe(false);
    expect(tooLongForThanks('🙏'.repeat(401))).toBe(true);
  });

  it('the address of the page holds what was chosen and nothing that was written', () => {
    const chosen = { contactId, addressId, pitchId: null, answersId: null, newFact: 'We moved' };
    expect(writePath(chosen)).toBe(
      `/contacts/${contactId}/write?address=${addressId}&pitch=&answers=&fact=1`,
    );
    expect(writePath({ ...chosen, newFact: ' ' }, true)).toContain('fact=0&thanks=1');
  });
});
