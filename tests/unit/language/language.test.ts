import { describe, expect, it } from 'vitest';
import { pickLanguage } from '@/lib/language/language';

describe('the language of a page', () => {
  it.each([
    ['es', 'en-GB,en;q=0.9', 'es', 'what was saved wins over the browser'],
    [null, 'es-MX,es;q=0.9,en;q=0.8', 'es', 'a region is no other language'],
    [null, 'en;q=0.5, es;q=0.9', 'es', 'quality decides, not order'],
    [null, 'fr-FR, de;q=0.9, es;q=0.2', 'es', 'the first we speak is taken'],
    [null, 'es;q=0, en', 'en', 'quality 0 means never'],
    [null, 'fr', 'en', 'English where nothing fits'],
    [null, '', 'en', 'English where nothing is said'],
    [null, null, 'en', 'English where the header is missing'],
    ['fr', 'es', 'es', 'a saved language we do not speak is ignored'],
    [null, ';;;q=,,=', 'en', 'nonsense is survived'],
  ] as const)('saved %s, browser %s: %s (%s)', (saved, browser, expected, _why) => {
    expect(pickLanguage(saved, browser)).toBe(expected);
  });
});
