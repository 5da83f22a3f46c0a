import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/language/language';
import { messagesIn, translate } from '@/lib/language/translate';

describe('words outside a page', () => {
  it('are said in the language asked for', () => {
    expect(translate('en', 'channels')('on.linkedin')).toBe('on LinkedIn');
    expect(translate('es', 'channels')('on.email')).toBe('por correo');
    expect(translate('es', 'standing')('resting_until', { day: '1 de marzo' })).toBe(
      'En reposo hasta el 1 de marzo',
    );
  });

  it.each(languages)('every file of %s is in its catalog', (language) => {
    const files = readdirSync(`lib/language/messages/${language}`).map((file) => file.replace('.json', ''));
    expect(Object.keys(messagesIn(language)).sort()).toEqual(files.sort());
  });
});
