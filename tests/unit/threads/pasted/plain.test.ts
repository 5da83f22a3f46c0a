import { describe, expect, it } from 'vitest';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora, told } from './reading';

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'Me and a first name',
    'Me: hi\nAna: hello\nhow are you\nMe: fine',
    ['we -: hi', 'they -: hello / how are you', 'we -: fine'],
  ],
  ['both by name', 'Nora: hola\nAna García: dime', ['we -: hola', 'they -: dime']],
  ['Yo y ella', 'Yo: hola\nElla: dime', ['we -: hola', 'they -: dime']],
  ['bold names', '**Nora:** hola\n**Ana:** dime', ['we -: hola', 'they -: dime']],
  ['list signs before names', '- Nora: hola\n- Ana: dime', ['we -: hola', 'they -: dime']],
  ['names on lines of their own', 'Nora:\nhola\n\nAna:\ndime', ['we -: hola', 'they -: dime']],
  [
    'a name one does not know answers one one does',
    'Nora: hola\nLa de Marea: dime',
    ['we -: hola', 'they -: dime'],
  ],
  ['a heading above', 'Charla con Ana\nNora: hola\nAna: dime', ['we -: hola', 'they -: dime']],
  [
    'a list is no exchange',
    'Hola, Ana:\nPrecio: 5\nPlazo: 3 días\nUn saludo',
    ['? -: Hola, Ana: / Precio: 5 / Plazo: 3 días / Un saludo'],
  ],
  [
    'a plain message',
    'Hello Nora,\n\nnot now, thank you.\n\nAna',
    ['? -: Hello Nora, /  / not now, thank you. /  / Ana'],
  ],
  ['a postscript is no speaker', 'Hello.\nPS: not now.', ['? -: Hello. / PS: not now.']],
  [
    'an hour in a sentence is no head',
    'Let us meet at 10:30\nor at 11:00',
    ['? -: Let us meet at 10:30 / or at 11:00'],
  ],
  [
    'Slack',
    'Ana García  10:32 AM\nhi there\nNora Weiß  10:35 AM\nhello',
    ['they 10:32: hi there', 'we 10:35: hello'],
  ],
  [
    'Slack with its day',
    'Monday, March 16th\nAna García  10:32 AM\nhi there\nNora Weiß  10:35 AM\nhello',
    ['they 2026-03-16 10:32: hi there', 'we 2026-03-16 10:35: hello'],
  ],
  [
    'Discord',
    'Ana — Yesterday at 10:32\nHi\nNora — Today at 9:00\nyo',
    ['they 2026-03-17 10:32: Hi', 'we 2026-03-18 09:00: yo'],
  ],
  [
    'Teams',
    'Ana García  3/16 10:32 AM\nhi\nNora Weiß  3/16 10:35 AM\nhello',
    ['they 2026-03-16 10:32: hi', 'we 2026-03-16 10:35: hello'],
  ],
  ['a person alone in a chat', 'Ana García  10:32 AM\nhi there', ['they 10:32: hi there']],
  [
    'X: words, and the moment below',
    'Hi there\nMar 3, 2026, 10:32 AM\nHello Ana\nMar 3, 2026, 10:35 AM · Seen',
    ['? 2026-03-03 10:32: Hi there', '? 2026-03-03 10:35: Hello Ana'],
  ],
  [
    'iMessage: a moment above, in the form of a heading',
    'Today 10:32 AM\nHi there\nToday 10:40 AM\nHello',
    ['? 2026-03-18 10:32: Hi there', '? 2026-03-18 10:40: Hello'],
  ],
  [
    'iMessage: who, when, what',
    'Ana García\n3 Mar 2026, 10:32\nHi\n\nMe\n3 Mar 2026, 10:35\nHello',
    ['they 2026-03-03 10:32: Hi', 'we 2026-03-03 10:35: Hello'],
  ],
  [
    'a like in a chat',
    'Ana: see you\nMe: Liked “see you”',
    ['they -: see you', 'we - (reaction): Liked “see you”'],
  ],
  [
    'a call in a chat',
    'Today\nAna García  10:32 AM\nhi there\nNora Weiß  10:35 AM\nVoice call, 3 min',
    ['they 2026-03-18 10:32: hi there', 'we 2026-03-18 10:35 (talk): Voice call, 3 min'],
  ],
  ['lines of Windows', 'Me: hi\r\nAna: hello\r\n', ['we -: hi', 'they -: hello']],
  ['nothing', '  \n\n', []],
];

describe('what is pasted by hand or from elsewhere', () => {
  it.each(cases)('%s', (_, text, turns) => {
    expect(told(text)).toEqual(turns);
  });

  it('is on the channel that the text names, or on none', () => {
    expect(readPasted('Text Message\nToday 10:32 AM\nHi', nora).channel).toBe('sms');
    expect(readPasted('Me: hi\nAna: hello', nora).channel).toBe(null);
  });

  it('has its sides by who writes, while nobody is chosen', () => {
    const alone = { ...nora, contact: null };
    expect(told('Nora: hola\nAna: dime', alone)).toEqual(['we -: hola', 'they -: dime']);
    expect(told('Luis: hola\nAna: dime\nLuis: nada', alone)).toEqual(['? -: hola', '? -: dime', '? -: nada']);
  });

  it('says how sure it is of each side', () => {
    const read = readPasted('Nora Weiß: hola\nAna: dime\nNora Weiß: bien', nora);
    expect(read.turns.map(({ sure }) => sure.side)).toEqual(['said', 'guessed', 'said']);
  });
});
