import { describe, expect, it } from 'vitest';
import type { Circumstances, FindingCode } from '@/lib/manners/finding';
import { mannersOf } from '@/lib/manners/manners';
import { draft, to, toAna } from './somebody';

const about: readonly FindingCode[] = ['nameless', 'other_name', 'misspelt_name', 'placeholder'];

function greeted(text: string, how: Circumstances) {
  return mannersOf(draft(text), how)
    .filter(({ code }) => about.includes(code))
    .map(({ code, refuses, places: [place] }) => ({
      code,
      refuses,
      words: place ? text.slice(place.start, place.end) : '',
    }));
}

/** A greeting that names nobody, and the words it rests on. */
const nameless: readonly (readonly [string, string])[] = [
  ['Dear friend,\n\nwe are the leading platform.', 'Dear friend'],
  ['dear friend,\nwe would like', 'dear friend'],
  ['Dear Friends,\nwe would like', 'Dear Friends'],
  ['Hi there,\nI saw your talk.', 'Hi there'],
  ['Hi there! I saw your talk.', 'Hi there'],
  ['Hello there - quick one.', 'Hello there'],
  ['Hey team,\nwe would like', 'Hey team'],
  ['Hello all,\nwe would like', 'Hello all'],
  ['Hi everyone, we would like', 'Hi everyone'],
  ['Dear Sir or Madam,\nwe would like', 'Dear Sir or Madam'],
  ['Dear Sir/Madam,\nwe would like', 'Dear Sir/Madam'],
  ['Dear Sirs,\nwe would like', 'Dear Sirs'],
  ['Dear Madam,\nwe would like', 'Dear Madam'],
  ['Dear Hiring Manager,\nI apply.', 'Dear Hiring Manager'],
  ['Dear valued customer,\nwe would like', 'Dear valued customer'],
  ['Dear colleague,\nwe would like', 'Dear colleague'],
  ['To whom it may concern,\nwe would like', 'To whom it may concern'],
  ['Hello,\n\nwe would like to show you this.', 'Hello'],
  ['Hi!\n\nI work at Galerna.', 'Hi'],
  ['Good morning,\nwe would like', 'Good morning'],
  ['Greetings!\nwe would like', 'Greetings'],
  ['Dear ,\nwe would like', 'Dear'],
  ['Hi, Thanks for the talk', 'Hi'],
  ['Hello, Great talk yesterday!', 'Hello'],
  ['Hi, I work at Galerna.', 'Hi'],
  ['Hola amigo,\nqueremos', 'Hola amigo'],
  ['Querida amiga:\nqueremos', 'Querida amiga'],
  ['Hola a todos:\nqueremos', 'Hola a todos'],
  ['Hola a todas y a todos,\nqueremos', 'Hola a todas y a todos'],
  ['Estimado/a:\nqueremos', 'Estimado/a'],
  ['Estimados señores:\nqueremos', 'Estimados señores'],
  ['Estimado cliente,\nqueremos', 'Estimado cliente'],
  ['Estimado señor o señora:\nqueremos', 'Estimado señor o señora'],
  ['Estimada señora:\nqueremos', 'Estimada señora'],
  ['Muy señor mío:\nqueremos', 'Muy señor mío'],
  ['Muy señores nuestros:\nqueremos', 'Muy señores nuestros'],
  ['A quien corresponda:\nqueremos', 'A quien corresponda'],
  ['Hola equipo,\nqueremos', 'Hola equipo'],
  ['Buenos días:\nqueremos', 'Buenos días'],
  ['Buenas tardes,\nqueremos', 'Buenas tardes'],
  ['¡Hola!\nQueremos', 'Hola'],
  ['Hola, ¿qué tal?\nQueremos', 'Hola'],
  ['Sehr geehrte Damen und Herren,\nwir möchten', 'Sehr geehrte Damen und Herren'],
  ['Hallo zusammen,\nwir möchten', 'Hallo zusammen'],
  ['Liebe Kolleginnen und Kollegen,\nwir möchten', 'Liebe Kolleginnen und Kollegen'],
  ['Guten Tag,\nwir möchten', 'Guten Tag'],
  ['Madame, Monsieur,\nnous voudrions', 'Madame, Monsieur'],
  ['Bonjour à tous,\nnous voudrions', 'Bonjour à tous'],
  ['Bonjour,\nnous voudrions', 'Bonjour'],
  ['Chers amis,\nnous voudrions', 'Chers amis'],
  ['Gentili signori,\nvorremmo', 'Gentili signori'],
  ['Ciao a tutti,\nvorremmo', 'Ciao a tutti'],
  ['Gentile cliente,\nvorremmo', 'Gentile cliente'],
  ['Prezados senhores,\nqueremos', 'Prezados senhores'],
  ['Olá a todos,\nqueremos', 'Olá a todos'],
  ['Caro amigo,\nqueremos', 'Caro amigo'],
];

/** Somebody's name, a greeting with another, and that other name. */
const anothers: readonly (readonly [string, string, string])[] = [
  ['Ana Beltrán Ruiz', 'Hi Marcus,\nI saw your talk.', 'Marcus'],
  ['Ana Beltrán Ruiz', 'Hola Carlos:\nvi tu charla.', 'Carlos'],
  ['Ana Beltrán Ruiz', 'Estimado Sr. Pérez:\nvi su charla.', 'Sr. Pérez'.slice(4)],
  ['Ana Beltrán Ruiz', 'Dear Dr. Okafor,\nI read it.', 'Okafor'],
  ['Ana Beltrán Ruiz', 'Hello Marcus Webb, I saw it.', 'Marcus Webb'],
  ['Ana Beltrán Ruiz', 'Hola, Lucía:\nvi tu charla.', 'Lucía'],
  ['Ana Beltrán Ruiz', 'Sehr geehrte Frau Müller,\nich las', 'Müller'],
  ['Ana Beltrán Ruiz', 'Bonjour Camille,\nj’ai lu', 'Camille'],
  ['Ana Beltrán Ruiz', 'Gentile Dott. Rossi,\nho letto', 'Rossi'],
  ['Ana Beltrán Ruiz', 'Good morning Priya! I saw it.', 'Priya'],
  ['Daniel Ortiz', 'Hi Thomas,\nI saw it.', 'Thomas'],
  ['José García', 'Hola Marta,\nvi', 'Marta'],
  ['Tom Adeyinka', 'Hi Elena,\nI saw it.', 'Elena'],
  ['Robert Smith', 'Dear Mr. Jones,\nI saw it.', 'Jones'],
  ['Miguel Ángel Sanz', 'Hola Rosa María:\nvi', 'Rosa María'],
];

/** Somebody's name, and their name written wrongly. */
const slips: readonly (readonly [string, string, string])[] = [
  ['Ana Beltrán Ruiz', 'Hi Anna,\nI saw it.', 'Anna'],
  ['Elena Fabbri', 'Hi Helena,\nI saw it.', 'Helena'],
  ['Jonathan Reed', 'Hi Jonathon,\nI saw it.', 'Jonathon'],
  ['Sara Koch', 'Hi Sarah,\nI saw it.', 'Sarah'],
  ['Katharina Wolf', 'Liebe Katarina,\nich las', 'Katarina'],
  ['Ana Beltrán Ruiz', 'Estimada Sra. Beltan:\nvi', 'Beltan'],
  ['Luis Vega', 'Hola Lusi,\nvi', 'Lusi'],
  ['Daniela Costa', 'Hi Daniel,\nI saw it.', 'Daniel'],
  ['Philippe Morel', 'Bonjour Phillipe,\nj’ai lu', 'Phillipe'],
  ['Gonzalo Peña', 'Hola Gonsalo,\nvi', 'Gonsalo'],
];

/** Somebody's name, and a way to greet them that is right. */
const right: readonly (readonly [string, string])[] = [
  ['Ana Beltrán Ruiz', 'Hi Ana,\nI saw your talk.'],
  ['Ana Beltrán Ruiz', 'hi ana, saw your talk'],
  ['Ana Beltrán Ruiz', 'Hola, Ana:\nvi tu charla.'],
  ['Ana Beltrán Ruiz', 'Estimada Sra. Beltrán:\nvi su charla.'],
  ['Ana Beltrán Ruiz', 'Estimada Sra. Beltran Ruiz:\nvi su charla.'],
  ['Ana Beltrán Ruiz', 'Querida Ana y equipo:\nvi'],
  ['Ana Beltrán Ruiz', 'Hi Ana and team,\nI saw'],
  ['Ana Beltrán Ruiz', 'Hola, Ana te escribo por la charla'],
  ['Ana Beltrán Ruiz', 'Hi there Ana,\nI saw'],
  ['Ana Beltrán Ruiz', 'Dear friend Ana,\nI saw'],
  ['Ana Beltrán Ruiz', 'Hola, ¿qué tal, Ana?\nVi'],
  ['Ana Beltrán Ruiz', 'Hello! How are you, Ana?\nI saw'],
  ['Ana Beltrán Ruiz', 'Good morning, Ana!\nI saw'],
  ['Ana Beltrán Ruiz', 'Buenos días, Ana:\nvi'],
  ['Ana Beltrán Ruiz', 'Dear Ms Beltrán,\nI saw'],
  ['Ana Beltrán Ruiz', 'Sehr geehrte Frau Beltrán,\nich las'],
  ['Ana Beltrán Ruiz', 'Sehr geehrte Frau Dr. Beltrán Ruiz,\nich las'],
  ['Ana Beltrán Ruiz', 'Bonjour Madame Beltrán,\nj’ai lu'],
  ['Ana Beltrán Ruiz', 'Ana, I saw your talk.'],
  ['Ana Beltrán Ruiz', 'I saw your talk in Lisbon.'],
  ['Ana Beltrán Ruiz', 'History is what we share.'],
  ['Ana Beltrán Ruiz', 'Heyday or not, it was good.'],
  ['Ana Beltrán Ruiz', 'Hello from Madrid! I saw your talk, Ana.'],
  ['Ana Beltrán Ruiz', 'Hello from a rainy Lisbon. I saw your talk.'],
  ['Ana Beltrán Ruiz', 'Hi A.,\nI saw'],
  ['Ana Beltrán Ruiz', 'ANA BELTRÁN,\nI saw'],
  ['Ana Beltrán Ruiz', 'Hi ANA!\nI saw'],
  ['Ana Beltrán Ruiz', '¡Hola, Ana!\nVi'],
  ['Ana Beltrán Ruiz', 'Hola Anita:\nvi'],
  ['Ana Beltrán Ruiz', 'Hi Ana 👋 I saw'],
  ['Ana Beltrán Ruiz', 'Dearest Ana,\nI saw'],
  ['José García', 'Hi Jose,\nI saw'],
  ['José García', 'Hola Pepe:\nvi'],
  ['José García', 'Dr. García,\nI read'],
  ['José García', 'Dear Dr. Garcia,\nI read'],
  ['José García', 'Estimado Dr. García:\nleí'],
  ['José García', 'Estimado don José:\nleí'],
  ['María José Sanz', 'Hola Mª José:\nvi'],
  ['María José Sanz', 'Hola Maríajosé:\nvi'],
  ['Francisco Ruiz', 'Hola Paco,\nvi'],
  ['Thomas Adeyinka', 'Hi Tom,\nI saw'],
  ['William Hart', 'Hi Bill,\nI saw'],
  ['Robert Smith', 'Hi Bob,\nI saw'],
  ['Elizabeth Moss', 'Dear Liz,\nI saw'],
  ['Alejandra Gil', 'Hola Ale:\nvi'],
  ['Alejandra Gil', 'Hola Alex:\nvi'],
  ['Gabriela Paz', 'Hola Gabi,\nvi'],
  ['Santiago Luna', 'Hola Santi,\nvi'],
  ['Jennifer Aldous', 'Hey Jenny, saw it'],
  ['Ignacio Egea', 'Hola Nacho:\nvi'],
  ['Beltrán Ruiz, Ana', 'Hola Ana:\nvi'],
  ['Müller, Jürgen', 'Lieber Jürgen,\nich las'],
  ['Jürgen Müller', 'Sehr geehrter Herr Mueller-Lüdenscheidt Müller,\nich las'],
  ['Jürgen Müller', 'Hallo Jurgen,\nich las'],
  ['Nguyễn Văn An', 'Dear An,\nI saw'],
  ['Nguyễn Văn An', 'Dear Mr. Nguyen,\nI saw'],
  ['田中太郎', 'Dear Mr. Tanaka,\nI saw'],
  ['Анна Каренина', 'Dear Anna,\nI saw'],
  ['Siobhán O’Brien', "Dear Ms O'Brien,\nI saw"],
  ['Siobhán O’Brien', 'Hi Siobhan,\nI saw'],
  ['Jean-Luc Picard', 'Bonjour Jean-Luc,\nj’ai lu'],
  ['Jean-Luc Picard', 'Hi Jean,\nI saw'],
  ['Madame Butterfly', 'Madame,\nje vous écris'],
  ['Camille Petit', 'Madame,\nje vous écris.'],
  ['Camille Petit', 'Monsieur le Directeur,\nje vous écris.'],
  ['Elena Conti', 'Dear Professor,\nI read your paper.'],
  ['Joy Friend', 'Dear Friend,\nI saw'],
  ['info@marea.example', 'Hello,\nwho buys?'],
  ['Equipo Marea', 'Hola equipo:\nvi'],
  ['Łukasz Nowak', 'Hi Lukasz,\nI saw'],
  ['Søren Holm', 'Hi Soren,\nI saw'],
  ['Ana de la Torre', 'Estimada Sra. de la Torre:\nvi'],
  ['Ludwig van der Berg', 'Dear Mr van der Berg,\nI saw'],
  ['Christopher Lee', 'Hi Chris!\nI saw'],
  ['Concepción Arenal', 'Hola Conchi,\nvi'],
  ['Will Young', 'Hi Will, will you come?'],
];

describe('a greeting', () => {
  it.each(nameless)('names nobody: %j', (text, words) => {
    expect(greeted(text, toAna)).toEqual([{ code: 'nameless', refuses: true, words }]);
  });

  it.each(anothers)('of %j with another name: %j', (name, text, words) => {
    expect(greeted(text, to(name))).toEqual([{ code: 'other_name', refuses: true, words }]);
  });

  it.each(slips)('of %j with a slip is a hint: %j', (name, text, words) => {
    expect(greeted(text, to(name))).toEqual([{ code: 'misspelt_name', refuses: false, words }]);
  });

  it.each(right)('of %j is right: %j', (name, text) => {
    expect(greeted(text, to(name))).toEqual([]);
  });

  it('in an answer "Hi!" is enough, and "Dear friend" is not', () => {
    expect(greeted('Hi!\nThe figures are attached.', to('Ana', { purpose: 'response' }))).toEqual([]);
    expect(greeted('Dear friend,\nthank you.', to('Ana', { purpose: 'thanks' }))).toMatchObject([
      { code: 'nameless' },
    ]);
  });

  it('with another family name is a hint', () => {
    expect(greeted('Hi Ana Pérez,\nI saw it.', toAna)).toEqual([
      { code: 'other_name', refuses: false, words: 'Pérez' },
    ]);
  });
});
