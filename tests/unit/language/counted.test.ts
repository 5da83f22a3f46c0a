import { describe, expect, it } from 'vitest';
import { counted } from '@/lib/language/counted';
import { translate } from '@/lib/language/translate';

describe('a count in a sentence', () => {
  it.each([
    [2, 'two', 'dos'],
    [9, 'nine', 'nueve'],
    [10, '10', '10'],
    [12_345, '12,345', '12.345'],
  ])('%i', (count, english, spanish) => {
    expect(counted(count, 'en').many).toBe(english);
    expect(counted(count, 'es').many).toBe(spanish);
  });

  it('begins a sentence with a capital', () => {
    expect(counted(3, 'es').Many).toBe('Tres');
    expect(translate('en', 'conversation.balance')('turns', counted(4, 'en'))).toBe('Four turns');
    expect(translate('es', 'conversation.balance')('turns', counted(14, 'es'))).toBe('14 turnos');
  });

  it('is the same wherever people and messages are counted', () => {
    const three = { en: counted(3, 'en'), es: counted(3, 'es') };
    expect(translate('en', 'listen')('covers', three.en)).toContain('these three replies');
    expect(translate('es', 'listen')('covers', three.es)).toContain('estas tres respuestas');
    expect(translate('en', 'today.title')('owed', three.en)).toBe('You owe three answers.');
    expect(translate('es', 'today.title')('owed', three.es)).toBe('Debes tres respuestas.');
    const closes = { name: 'Ana', organization: 'Marea' };
    expect(translate('en', 'listen.closes')('organization', { ...closes, ...three.en })).toContain(
      'three people',
    );
    expect(translate('es', 'listen.closes')('organization', { ...closes, ...three.es })).toContain(
      'tres personas',
    );
  });
});
