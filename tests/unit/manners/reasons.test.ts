import { describe, expect, it } from 'vitest';
import { mannersOf } from '@/lib/manners/manners';
import { codesOf, draft, toAna } from './somebody';

/** Nothing but "did you see my message?". */
const noReason: readonly string[] = [
  'Just checking in!',
  'Hi Ana,\n\njust checking in.\n\nBest,\nNora',
  'Hi Ana, just bumping this.',
  'Hi Ana, bumping this to the top of your inbox.',
  'Hi Ana,\nI wanted to follow up on my last email.\nBest regards,\nNora',
  'Hi Ana, just following up on the below. Any thoughts?',
  'Hi Ana, did you see my mail?',
  'Hi Ana, did you get a chance to look at my proposal?',
  'Hi Ana, have you had time to read my last message?',
  'Hi Ana, I was wondering if you had the chance to read my email last week.',
  'Hi Ana, any update on this?',
  'Hi Ana, I haven’t heard back from you, so I am writing again.',
  'Hi Ana, in case you missed it!',
  'Hi Ana, a gentle reminder about my message below. Looking forward to hearing from you.',
  'Hi Ana, circling back on this. Let me know if you are interested!',
  'Hi Ana, just touching base. Happy to chat this week.',
  'Hi Ana, resending this in case it got lost in your inbox.',
  'Hola Ana:\n¿has podido ver mi mensaje?\nUn saludo,\nNora',
  'Hola Ana, ¿has podido leer mi correo de la semana pasada?',
  'Hola Ana, ¿ha podido ver mi propuesta?',
  'Hola Ana, ¿viste mi mensaje?',
  'Hola Ana, ¿pudiste ver mi correo?',
  'Hola Ana, ¿habéis podido echarle un vistazo?',
  'Hola Ana, solo quería saber si has visto mi correo anterior.',
  'Hola Ana, te escribo para hacer seguimiento de mi correo.',
  'Hola Ana, retomo este hilo. ¿Alguna novedad?',
  'Hola Ana, paso a preguntarte si tuviste tiempo de ver la propuesta. Quedo atenta.',
  'Hola Ana, subo este correo por si no lo viste. ¡Gracias!',
  'Hola Ana, solo un recordatorio. Quedo a la espera de tu respuesta.',
  'Olá Ana, conseguiu ver a minha mensagem?',
  'Olá Ana, só passando para saber se viu o meu email.',
  'Bonjour Ana,\nje me permets de vous relancer. Avez-vous eu le temps de lire mon message ?\nCordialement',
  'Hallo Ana,\nich wollte nur kurz nachfragen. Haben Sie meine Nachricht erhalten?\nViele Grüße',
  'Ciao Ana,\nvolevo sapere se hai avuto modo di leggere il mio messaggio.\nSaluti',
];

/** The same words, and something to say. */
const aReason: readonly string[] = [
  'Hi Ana, just checking in: we moved to Porto and the price fell to 40 euros.',
  'Hi Ana, following up on our talk in Lisbon, here are the two museums that count visitors by hand.',
  'Hi Ana, did you see my mail? Since then Museo del Tempo opened its archive to schools.',
  'Hi Ana, a reminder that the workshop on Thursday begins at nine, in the small hall.',
  'Hi Ana, I checked in at the hotel and met your sister Clara.',
  'Hi Ana, how did the opening of the new wing go?',
  'Hola Ana, ¿has podido ver mi mensaje? Desde entonces el Ayuntamiento ha abierto la convocatoria de museos.',
  'Hola Ana, retomo el hilo: ya tenemos los números de las visitas escolares en Galerna.',
  'Hola Ana, solo quería saber cómo fue la inauguración del ala nueva con los niños.',
  'Hola Ana, ¿viste el reportaje de ayer sobre los faros gallegos?',
  'Hallo Ana, ich wollte kurz nachfragen, ob der Umzug nach Lübeck und die Ausstellung geklappt haben.',
  'Thanks!',
  'Sounds good.',
];

describe('writing for no reason', () => {
  it.each(noReason)('%j is none', (text) => {
    const [finding] = mannersOf(draft(text), toAna).filter(({ code }) => code === 'checking_in');
    expect(finding?.refuses).toBe(true);
    expect(finding?.places.length).toBeGreaterThan(0);
    expect(codesOf(text, { ...toAna, purpose: 'follow_up' })).toContain('checking_in');
    expect(codesOf(text, { ...toAna, purpose: 'response' })).not.toContain('checking_in');
  });

  it.each(aReason)('%j is one', (text) => {
    expect(codesOf(text)).not.toContain('checking_in');
  });

  it.each([
    ['Just checking in', true],
    ['following up', true],
    ['Solo quería saber si has visto mi correo', true],
    ['The museum law passed on Monday', false],
    ['We opened in Porto', false],
    ['Checking in the new desk took a minute instead of nine', false],
  ])('as what is new, %j', (newFact, isNothing) => {
    const codes = codesOf(
      'Hi Ana, the new wing in Porto opens on Monday.',
      { ...toAna, purpose: 'follow_up' },
      { newFact },
    );
    expect(codes.includes('checking_in')).toBe(isNothing);
  });
});

const thanks = { ...toAna, purpose: 'thanks' as const, isFirst: false };

describe('a thanks', () => {
  it.each([
    'Thank you for telling me, Ana. Good luck with the season!',
    'Thank you, Ana. One question, if I may: what did not fit?',
    'Gracias por decírmelo, Ana. ¿Qué fue lo que no encajó?',
    'Thank you. Your platform is doing well, I hear.',
    'Thank you, Ana. How are you? And what did not fit?',
    'Gracias.es un placer leerte.',
    'Thank you! Write to nora@atelier.example whenever you like.',
    'Thank you for the call, the offer and the demo you gave us.',
    'Thank you, Ana.\n\nBest,\nNora\nhttps://atelier.example',
  ])('may say %j', (text) => {
    expect(codesOf(text, thanks)).toEqual([]);
  });

  it.each([
    ['Thank you, Ana. Here is our site: https://atelier.example/pricing', 'thanks_link'],
    ['Thank you! See www.atelier.example for more.', 'thanks_link'],
    ['Gracias, Ana. Mira atelier.com/precios cuando quieras.', 'thanks_link'],
    ['Thank you, Ana. Shall we book a quick call?', 'thanks_pitch'],
    ['Thank you. There is a free trial if you change your mind.', 'thanks_pitch'],
    ['Thank you. Our platform can save you an hour a day.', 'thanks_pitch'],
    ['Thank you. This week it is 20% off.', 'thanks_pitch'],
    ['Gracias, Ana. ¿Agendamos una llamada?', 'thanks_pitch'],
    ['Gracias. Nuestra plataforma te ayuda; hay una prueba gratuita.', 'thanks_pitch'],
    ['Gracias. También ofrecemos formación.', 'thanks_pitch'],
    ['Thank you. What did not fit? And who decides?', 'thanks_questions'],
    ['Gracias. ¿Qué no encajó? ¿Quién decide?', 'thanks_questions'],
    [`Thank you. ${'word '.repeat(90)}`, 'thanks_too_long'],
  ])('may not say %j', (text, code) => {
    expect(codesOf(text, thanks)).toEqual([code]);
  });

  it('is read only where it is one', () => {
    expect(codesOf('Hi Ana, see https://atelier.example. Shall we book a call?')).toEqual([]);
  });
});

describe('a first message that makes believe it is not one', () => {
  const ofPretending = (body: string, rest: Parameters<typeof draft>[1] = {}, how = toAna) =>
    mannersOf(draft(body, rest), how).filter(({ code }) => code === 'pretends');
  const letter = 'Hi Ana,\n\nhow do you count the visitors on Sundays?\n\nNora';

  it.each(['RE: visitors', 'Re: visitors', ' re : visitors', 'AW: visitors', 'Re[2]: visitors'])(
    'does not leave with the subject %j, and names what it rests on',
    (subject) => {
      const [finding] = ofPretending(letter, { subject });
      expect(finding).toMatchObject({ refuses: true, places: [{ field: 'subject', start: 0 }] });
    },
  );

  it.each([
    'Reading rooms: a question',
    'Regarding visitors',
    'Ref: 2026/4',
    'Result: more visitors',
    'Fwd: visitors',
  ])('is not what %j says', (subject) => expect(ofPretending(letter, { subject })).toEqual([]));

  it.each([
    ['Just following up on my last email about visitors on Sundays in the museum.', 'Just following up'],
    [
      'I am following up on my previous message about visitors on Sundays.',
      'following up on my previous message',
    ],
    ['Te escribo al hilo de mi correo sobre las visitas de los domingos.', 'al hilo de mi correo'],
    ['En mi último mensaje preguntaba por las visitas del domingo.', 'mi último mensaje'],
  ])('is told so, and not kept, by %j', (body, words) => {
    const [finding] = ofPretending(body);
    expect(finding?.refuses).toBe(false);
    expect(finding?.places.map(({ start, end }) => body.slice(start, end))[0]).toBe(words);
  });

  it('is no such thing after anybody has spoken, or of what we met in', () => {
    expect(ofPretending(letter, { subject: 'RE: visitors' }, { ...toAna, isFirst: false })).toEqual([]);
    expect(ofPretending(letter, { subject: 'RE: visitors' }, { ...toAna, haveSpoken: true })).toEqual([]);
    expect(ofPretending('Following up on our talk at the fair: how do you count visitors?')).toEqual([]);
  });
});
