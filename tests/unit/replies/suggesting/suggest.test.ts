import { describe, expect, it } from 'vitest';
import { suggest } from '@/lib/replies/suggesting/suggest';

const said = (replyText: string, sentOn = '2025-03-04') => suggest({ replyText, sentOn, channel: 'email' });

describe('what is read besides the outcome', () => {
  it.each([
    ['Not now, please write to me again in September.', '2025-09'],
    ['Ahora no, escríbeme en septiembre.', '2025-09'],
    ['Pas maintenant, recontactez-moi en septembre.', '2025-09'],
    ['Jetzt nicht, melden Sie sich bitte im September wieder.', '2025-09'],
    ['Adesso no, ricontattatemi a settembre.', '2025-09'],
    ['Agora não, volte a falar comigo em setembro.', '2025-09'],
    ['Bad time. Call me back in two weeks.', '2025-03-18'],
    // The first reply that a newcomer meets among the sample people.
    [
      'Gracias por escribir. Ahora mismo no es lo que buscamos, pero escríbeme después del verano.',
      '2025-09',
    ],
  ])('reads when, in "%s"', (text, until) => expect(said(text)).toMatchObject({ outcome: 'later', until }));

  it.each([
    [
      "I'm not the right person for this, please write to Anna Kowalski, anna@mill.example.",
      'Anna Kowalski, anna@mill.example',
    ],
    [
      'No soy la persona adecuada, escriba a Lucía Ferrer, lucia@taller.example.',
      'Lucía Ferrer, lucia@taller.example',
    ],
    ['Das mache ich nicht mehr, bitte wenden Sie sich an Frau Petra Lang.', 'Frau Petra Lang'],
  ])('reads whom, in "%s"', (text, referral) =>
    expect(said(text)).toMatchObject({ outcome: 'wrong_person', referral }),
  );

  it('gives the words that each part rests on, as they stand there', () => {
    const text = 'Hi Max,\n\nNot now. Please write to me again in September.';
    const { evidence } = said(text);
    expect(evidence.map(({ of }) => of)).toEqual(['outcome', 'until']);
    for (const { words } of evidence) expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  it('lets a plain no reach this pitch, and says no scope of anything else', () => {
    expect(said('Not interested, thanks.').scope).toBe('this_pitch');
    expect(said('How much is it per seat?').scope).toBeNull();
  });

  it('holds an opt-out for everybody of the house where it is asked for everybody', () => {
    expect(
      said('Please remove all our colleagues and every address @mill.example from your list.'),
    ).toMatchObject({
      outcome: 'opted_out',
      scope: 'organization',
    });
  });

  it.each([
    ['Thanks, but we are not interested.', 'en'],
    ['Gracias, pero no nos interesa.', 'es'],
    ['Obrigado, mas não temos interesse.', 'pt'],
    ['Merci, mais cela ne nous intéresse pas.', 'fr'],
    ['Danke, aber wir haben kein Interesse.', 'de'],
    ['Grazie, ma non ci interessa.', 'it'],
  ])('tells the language of "%s"', (text, lang) =>
    expect(said(text)).toMatchObject({ lang, outcome: 'declined' }),
  );

  it.each([
    'Take everybody who works on the third floor off the list.',
    'You have seven days to delete everything you hold about us.',
    'Get me off it, once and for all.',
    'Quisiera salir de esta lista.',
    'Ihr könnt uns ruhig alle vergessen, und bitte für immer.',
    'Non voglio più ricevere niente, una volta per tutte.',
  ])('hears that "%s" asks to be left alone', (text) => expect(said(text).outcome).toBe('opted_out'));

  it.each([
    'I was interested, once.',
    'I would have loved a demo ten years ago.',
    'How about never?',
    'Nobody home, right?',
    'No hay más, ¿verdad?',
    "Yes, yes, yes, I'd like you to quit.",
    'Sarebbe stato bello vederci.',
  ])('takes "%s" for neither interest nor a question', (text) =>
    expect(['interested', 'question']).not.toContain(said(text).outcome),
  );

  it.each(['', '   ', '\n\n', '👍', '?', '…', '12345', 'x'.repeat(300)])('answers to %j', (text) => {
    const { sure, evidence } = said(text);
    expect(sure).toBeGreaterThanOrEqual(0);
    expect(sure).toBeLessThanOrEqual(1);
    expect(Array.isArray(evidence)).toBe(true);
  });

  it.each(['no ', 'a@', '"', '.', '> x\n', 'please not ', 'Frau ', 'in '])(
    'reads 200,000 signs of %j in the time of a few thousand',
    (piece) => {
      said('warm up');
      const text = piece.repeat(200_000 / piece.length);
      const from = process.hrtime.bigint();
      said(text);
      expect(Number(process.hrtime.bigint() - from) / 1e6).toBeLessThan(1_500);
    },
  );
});
