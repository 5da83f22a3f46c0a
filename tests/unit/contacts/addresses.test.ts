import { describe, expect, it } from 'vitest';
import { type AddressChannel, doorOf, readAddress } from '@/lib/contacts/addresses';

type Row = readonly [channel: AddressChannel, typed: string, answer: string, country?: string | null];

const kept: readonly Row[] = [
  ['linkedin', 'https://www.linkedin.com/in/Ana-Beltran/', 'ana-beltran'],
  ['linkedin', 'http://linkedin.com/in/ana-beltran', 'ana-beltran'],
  ['linkedin', 'linkedin.com/in/ana-beltran', 'ana-beltran'],
  ['linkedin', 'https://es.linkedin.com/in/ana-beltran', 'ana-beltran'],
  ['linkedin', 'https://m.linkedin.com/in/ana-beltran', 'ana-beltran'],
  ['linkedin', 'https://www.linkedin.com/mwlite/in/ana-beltran', 'ana-beltran'],
  ['linkedin', 'https://www.linkedin.com/in/ana-beltran?trk=people_search#about', 'ana-beltran'],
  ['linkedin', 'https://www.linkedin.com/in/ana-beltran/es', 'ana-beltran'],
  ['linkedin', 'https://www.linkedin.com/in/ana-beltran/overlay/contact-info/', 'ana-beltran'],
  ['linkedin', 'https://www.linkedin.com//in//ana-beltran//', 'ana-beltran'],
  ['linkedin', 'HTTPS://WWW.LINKEDIN.COM/IN/ANA', 'ana'],
  ['linkedin', 'https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa-123/', 'josé-garcía-123'],
  ['linkedin', 'https://www.linkedin.com/in/jos%25C3%25A9/', 'josé'],
  ['linkedin', 'https://www.linkedin.com/in/José-García-123', 'josé-garcía-123'],
  ['linkedin', 'https://www.linkedin.com/in/jose\u0301', 'josé'],
  ['linkedin', 'https://www.linkedin.com/in/%E5%BC%A0%E4%BC%9F', '张伟'],
  ['linkedin', 'https://www.linkedin.com/pub/ana-beltran/4b/a78/3a2', 'ana-beltran-3a2a784b'],
  ['linkedin', 'http://es.linkedin.com/pub/ana-beltran/1/2b/3c', 'ana-beltran-03c02b1'],
  ['linkedin', 'https://www.linkedin.com/pub/ana-beltran', 'ana-beltran'],
  ['linkedin', 'in/ana-beltran', 'ana-beltran'],
  ['linkedin', '/in/ana-beltran/', 'ana-beltran'],
  ['linkedin', '@ana-beltran', 'ana-beltran'],
  ['linkedin', ' Ana-Beltran ', 'ana-beltran'],
  ['linkedin', 'ｌｉｎｋｅｄｉｎ．ｃｏｍ／ｉｎ／ａｎａ', 'ana'],
  ['linkedin', '(https://www.linkedin.com/in/ana).', 'ana'],
  ['x', '@Ana_B', 'ana_b'],
  ['x', 'ana_b', 'ana_b'],
  ['x', 'https://x.com/Ana_B', 'ana_b'],
  ['x', 'https://twitter.com/ana_b/status/1234?s=20', 'ana_b'],
  ['x', 'mobile.twitter.com/ana_b', 'ana_b'],
  ['x', 'https://www.x.com/@ana_b/', 'ana_b'],
  ['x', 'https://twitter.com/#!/ana_b', 'ana_b'],
  ['x', 'https://twitter.com/intent/user?screen_name=Ana_B', 'ana_b'],
  ['x', '＠ａｎａ', 'ana'],
  ['phone', '+34 600 123 456', '+34600123456'],
  ['phone', '+34-600-12.34.56', '+34600123456'],
  ['phone', '600 123 456', '+34600123456', 'ES'],
  ['phone', '600 123 456', '+34600123456', 'es'],
  ['phone', '0034 600 123 456', '+34600123456'],
  ['phone', '(0034) 600 123 456', '+34600123456'],
  ['phone', '＋３４ ６００ １２３ ４５６', '+34600123456'],
  ['phone', '+44 (0)20 7946 0958', '+442079460958'],
  ['phone', '020 7946 0958', '+442079460958', 'GB'],
  ['phone', '+39 06 698 12345', '+390669812345'],
  ['phone', '+34 91 123 45 67 ext. 5', '+34911234567'],
  ['phone', 'tel:+34-600-123-456', '+34600123456'],
  ['phone', 'tel:600123456;phone-context=+34', '+34600123456'],
  ['phone', '+1 (415) 555-2671', '+14155552671'],
  ['phone', '011 34 600 123 456', '+34600123456', 'US'],
  ['phone', '\u202a+34 600 123 456\u202c', '+34600123456'],
  ['whatsapp', 'https://wa.me/34600123456', '+34600123456'],
  ['whatsapp', 'wa.me/34600123456?text=Hola', '+34600123456'],
  ['whatsapp', 'https://api.whatsapp.com/send?phone=34600123456&text=Hi', '+34600123456'],
  ['whatsapp', 'whatsapp://send?phone=%2B34600123456', '+34600123456'],
  ['sms', 'sms:+34600123456', '+34600123456'],
  ['other', ' https://www.t.me/Ana_B/ ', 't.me/ana_b'],
  ['other', 'Threema  ABCD1234', 'threema abcd1234'],
];

const refused: readonly Row[] = [
  ['linkedin', '', 'empty'],
  ['linkedin', 'https://linkedin.com.evil.example/in/ana', 'not_linkedin'],
  ['linkedin', 'https://evil.example/linkedin.com/in/ana', 'not_linkedin'],
  ['linkedin', 'https://linkedin.com@evil.example/in/ana', 'not_linkedin'],
  ['linkedin', 'https://notlinkedin.com/in/ana', 'not_linkedin'],
  ['linkedin', 'https://lnkd.in/abc', 'not_linkedin'],
  ['linkedin', 'https://www.linkedin.com/company/marea', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/school/marea', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/feed/', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/pub/dir/Ana/Beltran', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/posts/ana-beltran_a-1', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/sales/people/ACwAA,NAME', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com', 'no_profile'],
  ['linkedin', 'https://www.linkedin.com/ana', 'no_profile'],
  ['linkedin', 'company/marea', 'no_profile'],
  ['linkedin', 'Ana Beltrán', 'no_profile'],
  ['linkedin', 'ana@x.example', 'no_profile'],
  ['linkedin', 'in/ana\u0000', 'control_character'],
  ['linkedin', 'in/a', 'no_profile'],
  ['linkedin', `in/${'a'.repeat(121)}`, 'too_long'],
  ['x', 'https://x.com/home', 'no_profile'],
  ['x', 'https://x.com/i/flow/login', 'no_profile'],
  ['x', 'https://x.com', 'no_profile'],
  ['x', 'https://evil.example/ana', 'not_x'],
  ['x', 'https://x.com.evil.example/ana', 'not_x'],
  ['x', 'a_name_too_long_x', 'x_name'],
  ['x', 'ana beltrán', 'x_name'],
  ['x', 'ana-b', 'x_name'],
  ['phone', '', 'empty'],
  ['phone', '600 123 456', 'phone_country'],
  ['phone', '600 123 456', 'phone_country', 'XX'],
  ['phone', '600123456 / 600123457', 'several_numbers', 'ES'],
  ['phone', '+34 600 123 456, +34 600 123 457', 'several_numbers'],
  ['phone', '112', 'phone_number', 'ES'],
  ['phone', '+34 600 123', 'phone_number'],
  ['phone', '+34 600 123 456 789 012', 'phone_number'],
  ['phone', '1-800-FLOWERS', 'phone_number', 'US'],
  ['phone', 'llámame al 600123456', 'phone_number', 'ES'],
  ['phone', '+999 12345678', 'phone_number'],
  ['phone', '+0034600123456', 'phone_number'],
  ['phone', '+34600\r\n123456', 'control_character'],
  ['other', ' ', 'empty'],
  ['other', 'a\u0000b', 'control_character'],
  ['other', 'a'.repeat(301), 'too_long'],
];

const cases = (table: readonly Row[]) =>
  table.map(([channel, typed, answer, country = null]) => ({ channel, typed, answer, country }));

describe('an address', () => {
  it.each(cases(kept))('on $channel, $typed is $answer', ({ channel, typed, answer, country }) => {
    expect(readAddress(channel, typed, country)).toEqual({ ok: true, handle: answer });
  });

  it.each(cases(refused))(
    'on $channel, $typed is refused as $answer',
    ({ channel, typed, answer, country }) => {
      expect(readAddress(channel, typed, country)).toEqual({ ok: false, code: answer });
    },
  );

  it.each(cases(kept))('on $channel, what $typed became stays when read again', ({ channel, answer }) => {
    expect(readAddress(channel, answer)).toEqual({ ok: true, handle: answer });
  });

  it('is the same door for the phone, WhatsApp and SMS of one number, and another for each other channel', () => {
    const doors = (['phone', 'whatsapp', 'sms'] as const).map((channel) => doorOf(channel, '+34600123456'));
    expect(new Set(doors).size).toBe(1);
    expect(doorOf('x', 'ana')).not.toBe(doorOf('linkedin', 'ana'));
  });
});
