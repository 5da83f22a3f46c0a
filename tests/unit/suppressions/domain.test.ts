import { describe, expect, it } from 'vitest';
import { readDomain } from '@/lib/suppressions/domain';

describe('a domain that nobody writes to', () => {
  it.each([
    ['Northlight.example', 'northlight.example'],
    ['https://www.northlight.example/about?x=1', 'www.northlight.example'],
    ['ana@mail.northlight.example', 'mail.northlight.example'],
    ['müller.example.', 'xn--mller-kva.example'],
  ])('%s is %s', (typed, domain) => {
    expect(readDomain(typed)).toEqual({ ok: true, domain });
  });

  it.each(['', 'localhost', 'example', 'co.uk', 'not a domain', '192.0.2.1', '[::1]'])(
    '%s is none',
    (typed) => {
      expect(readDomain(typed)).toEqual({ ok: false, code: 'no_domain' });
    },
  );

  it.each(['gmail.com', 'ana@outlook.es'])('%s is shared by too many', (typed) => {
    expect(readDomain(typed)).toEqual({ ok: false, code: 'shared_by_many' });
  });
});
