import { describe, expect, it } from 'vitest';
import type { Circumstances } from '@/lib/manners/finding';
import { codesOf, to, toAna } from './somebody';

const first: Circumstances = { ...toAna, carriesPitch: true };
const pitch =
  'Hi Ana, we make a small tool for the places where people come once. Would it be of use to you at Marea?';
const oferta =
  'Hola Ana: hacemos una herramienta para los lugares a los que la gente va una sola vez. ¿Os serviría en Marea?';

describe('a first e-mail with a pitch', () => {
  it.each([pitch, oferta, `${pitch}\n\nBest,\nNora`, `${pitch} There is no better one, and no other.`])(
    'does not leave without a way to say no: %j',
    (text) => {
      expect(codesOf(text, first)).toEqual(['no_way_out']);
    },
  );

  it.each([
    'A no is fine.',
    'A short “no” is enough, and I won’t write again.',
    'If it is not for you, just say no.',
    'If this isn’t for you, tell me and I’ll stop.',
    'If you’re not interested, no reply needed.',
    'No reply is necessary.',
    'Feel free to ignore this.',
    'Say no and I leave you in peace.',
    'Reply “stop” and I will not write again.',
    'I won’t follow up.',
    'I will not write to you again unless you answer.',
    'If you don’t want to hear from me, a word is enough.',
    'No pressure at all.',
    'You can unsubscribe here.',
    'Let me know if you’d rather not get such mail.',
    'If I have the wrong person, I’m sorry.',
    'Not interested? That is an answer too.',
    'Yes or no, I am glad of an answer.',
  ])('may leave with: %s', (way) => {
    expect(codesOf(`${pitch}\n${way}\n\nNora`, first)).not.toContain('no_way_out');
  });

  it.each([
    'Si no te interesa, dímelo sin más.',
    'Si no es para ti, con un “no” basta.',
    'Un no también me sirve.',
    'Con un simple no es suficiente.',
    'Si prefieres que no te escriba, dime que no.',
    'No volveré a escribirte si no respondes.',
    'No hace falta que respondas.',
    'Sin compromiso.',
    'Dímelo con toda confianza.',
    'Si no encaja, tan amigos.',
    'Responde “no” y no insistiré.',
    'Puedes darte de baja aquí.',
    'Si no es el momento, no pasa nada.',
    'Si crees que no os sirve, lo entenderé.',
  ])('puede salir con: %s', (way) => {
    expect(codesOf(`${oferta}\n${way}\n\nNora`, first)).not.toContain('no_way_out');
  });

  it.each<[string, Partial<Circumstances>]>([
    ['without a pitch', { carriesPitch: false }],
    ['on LinkedIn', { channel: 'linkedin' }],
    ['to somebody we wrote to before', { isFirst: false }],
    ['in an answer', { purpose: 'response' }],
  ])('is not asked for one %s', (_, rest) => {
    expect(codesOf(pitch, { ...first, ...rest })).not.toContain('no_way_out');
  });

  it('is not asked for one in a language we do not read', () => {
    const german =
      'Hallo Ana, wir machen ein kleines Werkzeug für Orte, an die man nur einmal kommt. Wäre das etwas für dich?';
    const polish =
      'Ana, robimy małe narzędzie dla miejsc, do których ludzie przychodzą raz. Czy to się przyda?';
    for (const text of [german, polish]) expect(codesOf(text, first)).not.toContain('no_way_out');
  });
});

describe('hints', () => {
  const we = `Hi Ana,\n\nwe are the leading platform for museum ticketing and we would like to show you our product. We have helped more than 200 museums and we are sure that it works.`;
  const nosotros =
    'Hola Ana:\n\nsomos la plataforma líder de venta de entradas para museos y ofrecemos nuestra solución. Hemos ayudado a más de 200 museos y estamos seguros de que funciona.';

  it.each([we, nosotros])('all we, no you, no question: %j', (text) => {
    expect(codesOf(text)).toContain('monologue');
  });

  it.each([
    `${we} What is hardest for you?`,
    'Hi Ana, I read your talk on lighthouses and your notes on the visitors that you lost. We work on the same, and I learned from you.',
    'Hola Ana: leí tu charla sobre los faros y tus notas sobre los visitantes que perdisteis. Trabajamos en lo mismo y aprendí de ti.',
    'Hi Ana, we moved.',
    'Hallo Ana, wir sind die führende Plattform und wir haben viel, wir machen alles, wir können alles, wir wollen alles, und das ist unser Ziel.',
  ])('a talk with somebody: %j', (text) => {
    expect(codesOf(text)).not.toContain('monologue');
  });

  it('too long for somebody who did not ask, and not for somebody who did', () => {
    const long = `Hi Ana, ${'this word is one more of them. '.repeat(30)}`;
    expect(codesOf(long)).toContain('too_long');
    expect(codesOf(long, { ...toAna, purpose: 'response' })).not.toContain('too_long');
    const note = `Hi Ana, ${'this word is one more of them. '.repeat(16)}`;
    expect(codesOf(note)).not.toContain('too_long');
    expect(codesOf(note, { ...toAna, channel: 'linkedin' })).toContain('too_long');
  });

  it.each([
    ['Hi Ana, what is hardest? And who decides?', true],
    ['Hola Ana, ¿qué es lo más difícil? ¿Quién decide?', true],
    ['Hi Ana, how are you? What is hardest?', false],
    ['Hola Ana, ¿qué tal? ¿Qué es lo más difícil?', false],
    ['Hi Ana, what is hardest??', false],
    ['Hi Ana, see https://x.example/?a=1 and tell me: what is hardest?', false],
    ['> what is this?\n> who are you?\n\nHi Ana, what is hardest?', false],
  ])('more than one ask: %j', (text, isMany) => {
    expect(codesOf(text).includes('many_asks')).toBe(isMany);
  });

  it.each([
    [3, true],
    [22, true],
    [6, true],
    [7, false],
    [21, false],
    [null, false],
  ])('at %s o’clock where they are', (theirHour, isNight) => {
    expect(codesOf('Hi Ana, what is hardest?', { ...toAna, theirHour }).includes('their_night')).toBe(
      isNight,
    );
  });

  const found = to('Ana Beltrán', {
    gaveAddress: false,
    country: 'ES',
    sourceOfAddress: 'the programme of the Lisbon lighthouse days',
  });

  it.each<[string, Partial<Circumstances>, boolean]>([
    ['Hi Ana, what is hardest?', {}, true],
    ['Hola Ana, ¿qué es lo más difícil?', { country: 'es' }, true],
    ['Hi Ana, I found your address on your website. What is hardest?', {}, false],
    ['Hi Ana, I saw your talk at the Lisbon lighthouse days. What is hardest?', {}, false],
    ['Hola Ana, encontré tu correo en la web de Marea. ¿Qué es lo más difícil?', {}, false],
    ['Hola Ana, Luis me dio tu contacto. ¿Qué es lo más difícil?', {}, false],
    ['Hi Ana, what is hardest?', { country: 'US' }, false],
    ['Hi Ana, what is hardest?', { country: null }, false],
    ['Hi Ana, what is hardest?', { gaveAddress: true }, false],
    ['Hi Ana, what is hardest?', { isFirst: false }, false],
    ['Hi Ana, what is hardest?', { channel: 'linkedin' }, false],
  ])('where the address is from: %j %j', (text, rest, isUnsaid) => {
    expect(codesOf(text, { ...found, ...rest }).includes('source_unsaid')).toBe(isUnsaid);
  });

  it('a first e-mail without a subject', () => {
    expect(codesOf('Hi Ana, what is hardest?', toAna, { subject: ' ' })).toEqual(['no_subject']);
    expect(codesOf('Hi Ana, what is hardest?', { ...toAna, channel: 'linkedin' }, { subject: null })).toEqual(
      [],
    );
  });
});
