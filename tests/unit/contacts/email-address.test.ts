import { describe, expect, it } from 'vitest';
import { readEmail } from '@/lib/contacts/email-address';

const kept: readonly (readonly [typed: string, handle: string, why: string])[] = [
  ['ana@fundacion-marea.example', 'ana@fundacion-marea.example', 'plain'],
  ['  Ana@Fundacion-Marea.EXAMPLE \n', 'ana@fundacion-marea.example', 'capitals and space around'],
  ['ana+promo@x.example', 'ana@x.example', 'a tag'],
  ['ana+a+b@x.example', 'ana@x.example', 'two tags'],
  ['ana@x.example.', 'ana@x.example', 'the final dot of the domain'],
  ['ａｎａ＠ｘ．ｅｘａｍｐｌｅ', 'ana@x.example', 'full-width letters'],
  ['ana﹫x.example', 'ana@x.example', 'the small @'],
  ['ana@x。example', 'ana@x.example', 'the ideographic full stop'],
  ['ana@x.example。', 'ana@x.example', 'an ideographic full stop at the end'],
  ['ana@bücher.example', 'ana@xn--bcher-kva.example', 'an international domain'],
  ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example', 'an international domain in capitals'],
  ['ana@xn--bcher-kva.example', 'ana@xn--bcher-kva.example', 'an A-label'],
  ['ana@bu\u0308cher.example', 'ana@xn--bcher-kva.example', 'an accent written apart'],
  ['a.na.b@gmail.com', 'anab@gmail.com', "Gmail's dots"],
  ['Ana.B+x@GoogleMail.com', 'anab@gmail.com', 'googlemail, dots, tag and capitals at once'],
  ['a.b@gmail.com.', 'ab@gmail.com', 'Gmail with a final dot'],
  ['a.b@xgmail.com', 'a.b@xgmail.com', 'not Gmail: the dots are part of it'],
  ['a.b@mail.gmail.com', 'a.b@mail.gmail.com', 'a subdomain of Gmail is not Gmail'],
  ['mailto:ana@x.example', 'ana@x.example', 'a link'],
  ['MAILTO:ana@x.example?subject=Hi%20there&cc=ben@x.example', 'ana@x.example', 'a link with a query'],
  ['mailto:ana%40x.example', 'ana@x.example', 'a link with an encoded @'],
  ['mailto:ana%2Bnews@x.example', 'ana@x.example', 'a link with an encoded tag'],
  ['Ana Beltrán <ana@x.example>', 'ana@x.example', 'a display name'],
  ['"Beltrán, Ana" <ana@x.example>', 'ana@x.example', 'a display name with a comma'],
  ['<ana@x.example>', 'ana@x.example', 'angle brackets'],
  ['<mailto:ana@x.example>', 'ana@x.example', 'angle brackets around a link'],
  ['ana@x.example (Ana Beltrán)', 'ana@x.example', 'a comment after it'],
  ['ana\u200b@x.example', 'ana@x.example', 'a zero-width space'],
  ['\ufeffana@x.example', 'ana@x.example', 'a byte order mark'],
  ['ana@ex\u00adample.example', 'ana@example.example', 'a soft hyphen'],
  ['\u202aana@x.example\u202c', 'ana@x.example', 'direction marks'],
  ['\u00a0ana@x.example\u00a0', 'ana@x.example', 'no-break spaces around'],
  ['o’brien@x.example', "o'brien@x.example", 'a typographic apostrophe'],
  ['ana@a.b.c.co.example', 'ana@a.b.c.co.example', 'many labels'],
  ['a!#$%&*/=?^_`{|}~-b@x.example', 'a!#$%&*/=?^_`{|}~-b@x.example', 'every sign that may stand there'],
  ['1@2x.example', '1@2x.example', 'digits'],
  ['ana@ﬁrma.example', 'ana@firma.example', 'a ligature'],
];

const refused: readonly (readonly [typed: string, code: string, why: string])[] = [
  ['', 'empty', 'nothing'],
  [' \u200b\t', 'empty', 'nothing to be seen'],
  ['ana', 'no_at', 'no @'],
  ['ana[at]x.example', 'no_at', 'hidden from robots'],
  ['ana@x.example,ben@x.example', 'several_addresses', 'a list with commas'],
  ['ana@x.example, ', 'several_addresses', 'a comma at the end'],
  ['ana@x.example;ben@x.example', 'several_addresses', 'a list with semicolons'],
  ['ana@x.example ben@x.example', 'several_addresses', 'a list with spaces'],
  ['ana@x.example，ben@x.example', 'several_addresses', 'a full-width comma'],
  ['Ana <ana@x.example>, Ben <ben@x.example>', 'several_addresses', 'a list with names'],
  ['ana@x.example <ben@y.example>', 'several_addresses', 'a name that is another address'],
  ['mailto:ana@x.example,ben@x.example', 'several_addresses', 'a link to two'],
  ['mailto:ana@x.example%2Cben@x.example', 'several_addresses', 'a link to two, encoded'],
  ['ana@ben@x.example', 'several_addresses', 'two @'],
  ['ana＠ben@x.example', 'several_addresses', 'two @, one of them full-width'],
  ['"a@b"@x.example', 'several_addresses', 'an @ in quotes'],
  ['ana@x.example\r\nBcc: ben@x.example', 'line_break', 'a header injected'],
  ['ana@x.example\nben@x.example', 'line_break', 'a list in lines'],
  ['mailto:ana@x.example%0D%0ABcc:ben@x.example', 'line_break', 'a header injected, encoded'],
  ['ana\u2028@x.example', 'line_break', 'a line separator'],
  ['ana\u0000@x.example', 'control_character', 'a null byte'],
  ['ana\u0007@x.example', 'control_character', 'a bell'],
  ['an a@x.example', 'space_inside', 'a space'],
  ['ana @x.example', 'space_inside', 'a space before the @'],
  ['@x.example', 'local_part', 'nobody at a domain'],
  ['+news@x.example', 'local_part', 'only a tag'],
  ['...@gmail.com', 'local_part', 'only dots at Gmail'],
  ['.ana@x.example', 'local_part', 'a dot at the start'],
  ['ana.@x.example', 'local_part', 'a dot at the end'],
  ['ana..b@x.example', 'local_part', 'two dots'],
  ['"ana"@x.example', 'local_part', 'quotes'],
  ['josé@x.example', 'local_part', 'a local part that few servers take'],
  ['аna@x.example', 'local_part', 'a Cyrillic а'],
  ['ana\\@x.example', 'local_part', 'a backslash'],
  ['ana(x)@x.example', 'local_part', 'a comment inside'],
  ['ana<x@x.example', 'local_part', 'half a bracket'],
  ['ana@', 'domain', 'no domain'],
  ['ana@localhost', 'domain', 'one label'],
  ['ana@x.example..', 'domain', 'two final dots'],
  ['ana@.x.example', 'domain', 'a dot at the start of the domain'],
  ['ana@x..example', 'domain', 'an empty label'],
  ['ana@-x.example', 'domain', 'a hyphen at the start'],
  ['ana@x-.example', 'domain', 'a hyphen at the end'],
  ['ana@x_y.example', 'domain', 'an underscore'],
  ['ana@127.0.0.1', 'domain', 'an IP address'],
  ['ana@[127.0.0.1]', 'domain', 'an IP address in brackets'],
  ['ana@0x7f.1', 'domain', 'an IP address in disguise'],
  ['ana@x.example/y', 'domain', 'a path'],
  ['ana@x%2eexample', 'domain', 'an encoded dot'],
  ['ana@x.example:25', 'domain', 'a port'],
  ['ana@xn--iñvalid.example', 'domain', 'a broken A-label'],
  ['ana@x.example?cc=ben', 'domain', 'a query without a link'],
  [`${'a'.repeat(65)}@x.example`, 'too_long', 'a local part of 65 letters'],
  [`ana@${'a'.repeat(64)}.example`, 'domain', 'a label of 64 letters'],
  [`ana@${'abcdefgh.'.repeat(28)}example`, 'domain', 'a domain of more than 253 letters'],
];

describe('an e-mail address', () => {
  it.each(kept)('%j is %s: %s', (typed, handle) => {
    expect(readEmail(typed)).toEqual({ ok: true, handle });
  });

  it.each(refused)('%j is refused as %s: %s', (typed, code) => {
    expect(readEmail(typed)).toEqual({ ok: false, code });
  });

  it.each(kept)('%j stays as it is when read again', (_, handle) => {
    expect(readEmail(handle)).toEqual({ ok: true, handle });
  });
});
