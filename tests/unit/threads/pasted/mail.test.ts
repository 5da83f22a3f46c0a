import { describe, expect, it } from 'vitest';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora, told } from './reading';

const answer = ['we 2026-03-03 10:32: ¿Hablamos?', 'they -: Sí, claro.'];
const quote = (above: string) => `Sí, claro.\n\n${above}\n> ¿Hablamos?`;
const block = (head: string) => `Sí, claro.\n\n${head}\n\n¿Hablamos?`;
const me = 'Nora Weiß <nora@atelier.example>';

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['Gmail in English', quote(`On Tue, Mar 3, 2026 at 10:32 AM ${me} wrote:`), answer],
  ['Gmail with a narrow blank', quote(`On Tue, Mar 3, 2026 at 10:32\u202fAM ${me} wrote:`), answer],
  [
    'Gmail, the address broken into the next line',
    quote('On Tue, Mar 3, 2026 at 10:32 AM Nora Weiß\n<nora@atelier.example> wrote:'),
    answer,
  ],
  [
    'Gmail, the verb alone on the third line',
    quote('On Tue, Mar 3, 2026 at 10:32 AM Nora Weiß\n<nora@atelier.example>\nwrote:'),
    answer,
  ],
  ['Gmail in Spanish', quote(`El mar, 3 mar 2026 a las 10:32, ${me} escribió:`), answer],
  [
    'Gmail in Spanish, with the address twice',
    quote('El mar, 3 mar 2026 a las 10:32, Nora Weiß (<nora@atelier.example>) escribió:'),
    answer,
  ],
  ['Gmail in Portuguese', quote(`Em ter., 3 de mar. de 2026 às 10:32, ${me} escreveu:`), answer],
  ['Gmail in French', quote(`Le mar. 3 mars 2026 à 10:32, ${me} a écrit :`), answer],
  ['Gmail in German', quote(`Am Di., 3. März 2026 um 10:32 Uhr schrieb ${me}:`), answer],
  ['Gmail in Italian', quote(`Il giorno mar 3 mar 2026 alle ore 10:32 ${me} ha scritto:`), answer],
  ['Apple Mail in English', quote(`On 3 Mar 2026, at 10:32, ${me} wrote:`), answer],
  ['Apple Mail in Spanish', quote(`El 3 mar 2026, a las 10:32, ${me} escribió:`), answer],
  ['Apple Mail in German', quote(`Am 03.03.2026 um 10:32 schrieb ${me}:`), answer],
  ['Apple Mail in French', quote(`Le 3 mars 2026 à 10:32, ${me} a écrit :`), answer],
  ['Thunderbird', quote('On 3/3/26 10:32, Nora Weiß wrote:'), answer],
  ['the old Gmail, without a verb', quote(`2026-03-03 10:32 GMT+01:00 ${me}:`), answer],
  [
    'a zone that is told is turned into the reader’s',
    quote(`On Tue, 3 Mar 2026 09:32:00 +0000 ${me} wrote:`),
    answer,
  ],
  [
    'a name and no day',
    'Sí, claro.\n\nNora Weiß <nora@atelier.example> wrote:\n> ¿Hablamos?',
    ['we -: ¿Hablamos?', 'they -: Sí, claro.'],
  ],
  [
    'Outlook in English',
    block(
      `From: ${me}\nSent: Tuesday, March 3, 2026 10:32 AM\nTo: Ana García <ana@marea.example>\nSubject: RE: Hello`,
    ),
    answer,
  ],
  [
    'Outlook in Spanish',
    block(`De: ${me}\nEnviado el: martes, 3 de marzo de 2026 10:32\nPara: Ana García\nAsunto: Hola`),
    answer,
  ],
  [
    'Outlook in Portuguese',
    block(`De: ${me}\nEnviada em: terça-feira, 3 de março de 2026 10:32\nPara: Ana García\nAssunto: Olá`),
    answer,
  ],
  [
    'Outlook in French',
    block(`De : ${me}\nEnvoyé : mardi 3 mars 2026 10:32\nÀ : Ana García\nObjet : Bonjour`),
    answer,
  ],
  [
    'Outlook in German',
    block(`Von: ${me}\nGesendet: Dienstag, 3. März 2026 10:32\nAn: Ana García\nCc: Luis\nBetreff: Hallo`),
    answer,
  ],
  [
    'Outlook in Italian',
    block(`Da: ${me}\nInviato: martedì 3 marzo 2026 10:32\nA: Ana García\nOggetto: Ciao`),
    answer,
  ],
  [
    'Outlook with bold labels',
    block(`*From:* ${me}\n*Sent:* Tuesday, March 3, 2026 10:32 AM\n*To:* Ana García\n*Subject:* Hello`),
    answer,
  ],
  [
    'Outlook below its line',
    block(
      `________________________________\nFrom: ${me}\nSent: Tuesday, March 3, 2026 10:32 AM\nTo: Ana García; Luis Prat;\n Eva <eva@marea.example>\nSubject: Hello`,
    ),
    answer,
  ],
  [
    'Original Message',
    block(
      `-----Original Message-----\nFrom: ${me}\nSent: Tuesday, March 3, 2026 10:32 AM\nTo: Ana García\nSubject: Hello`,
    ),
    answer,
  ],
  [
    'a forwarded message',
    `---------- Forwarded message ---------\nFrom: ${me}\nDate: Tue, Mar 3, 2026 at 10:32 AM\nSubject: Hello\nTo: Ana García <ana@marea.example>\n\n¿Hablamos?`,
    ['we 2026-03-03 10:32: ¿Hablamos?'],
  ],
  [
    'a whole mail with its header',
    `Date: Tue, 3 Mar 2026 10:32:11 +0100\nFrom: Ana García <ana@marea.example>\nTo: Nora\nSubject: Hello\n\nHola.`,
    ['they 2026-03-03 10:32: Hola.'],
  ],
  [
    'quotes within quotes',
    `Thanks.\n\nOn Tue, Mar 3, 2026 at 10:32 AM Ana García <ana@marea.example> wrote:\n> Thursday.\n>\n> On Mon, Mar 2, 2026 at 9:00 AM ${me} wrote:\n>> When?\n>>\n>> On Sun, Mar 1, 2026 at 8:00 AM Ana García <ana@marea.example> wrote:\n>>> Let us talk.`,
    [
      'they 2026-03-01 08:00: Let us talk.',
      'we 2026-03-02 09:00: When?',
      'they 2026-03-03 10:32: Thursday.',
      'we -: Thanks.',
    ],
  ],
  [
    'an answer between the lines stays with who gave it',
    `On Tue, Mar 3, 2026 at 10:32 AM Ana García wrote:\n> How much?\n\nNothing.\n\n> And when?\n\nNow.`,
    ['they 2026-03-03 10:32: How much? / And when?', 'we -: Nothing. /  /  / Now.'],
  ],
  [
    'an answer below the quote',
    `On Tue, Mar 3, 2026 at 10:32 AM Ana García wrote:\n> How much?\n\nNothing.`,
    ['they 2026-03-03 10:32: How much?', 'we -: Nothing.'],
  ],
  [
    'a quote that a copy left without its marks',
    `Sí, claro.\n\nOn Tue, Mar 3, 2026 at 10:32 AM ${me} wrote:\n\n¿Hablamos?`,
    answer,
  ],
  [
    'a signature below two dashes is left out',
    `Sí, claro.\n-- \nAna García\nMarea\n\nOn Tue, Mar 3, 2026 at 10:32 AM ${me} wrote:\n> ¿Hablamos?`,
    answer,
  ],
  [
    'what a telephone adds is left out',
    `Sí, claro.\n\nEnviado desde mi iPhone\n\nEl mar, 3 mar 2026 a las 10:32, ${me} escribió:\n> ¿Hablamos?`,
    answer,
  ],
  [
    'the page of Gmail',
    'Una pregunta\nRecibidos\n\nAna García <ana@marea.example>\nMar 3, 2026, 10:32 AM (2 weeks ago)\nto me\n\nHola Nora.\n\nNora Weiß <nora@atelier.example>\nWed, Mar 4, 9:15 AM\nto Ana\n\nHola Ana.',
    ['they 2026-03-03 10:32: Hola Nora.', 'we 2026-03-04 09:15: Hola Ana.'],
  ],
  [
    'the page of Gmail in Spanish',
    'Ana García <ana@marea.example>\nmar, 3 mar, 10:32 (hace 2 semanas)\npara mí\n\nHola Nora.\n\nNora Weiß <nora@atelier.example>\nmié, 4 mar, 9:15\npara Ana\n\nHola Ana.',
    ['they 2026-03-03 10:32: Hola Nora.', 'we 2026-03-04 09:15: Hola Ana.'],
  ],
  [
    'the print of Gmail',
    'Ana García <ana@marea.example>\tTue, Mar 3, 2026 at 10:32 AM\nTo: Nora Weiß <nora@atelier.example>\n\nHola Nora.\n\nNora Weiß <nora@atelier.example>\tWed, Mar 4, 2026 at 9:15 AM\nTo: Ana García <ana@marea.example>\n\nHola Ana.',
    ['they 2026-03-03 10:32: Hola Nora.', 'we 2026-03-04 09:15: Hola Ana.'],
  ],
  [
    'who is known by the address alone',
    'Sí.\n\nOn Tue, Mar 3, 2026 at 10:32 AM <nora@atelier.example> wrote:\n> ¿Hablamos?',
    ['we 2026-03-03 10:32: ¿Hablamos?', 'they -: Sí.'],
  ],
  [
    'a third hand stays a question',
    'Sí.\n\nOn Tue, Mar 3, 2026 at 10:32 AM Luis Prat <luis@otra.example> wrote:\n> ¿Hablamos?',
    ['? 2026-03-03 10:32: ¿Hablamos?', '? -: Sí.'],
  ],
  [
    'Outlook with days in numbers',
    block(`Von: ${me}\nGesendet: 03.03.2026 10:32\nAn: Ana\nBetreff: Hallo`),
    answer,
  ],
];

describe('mails copied with what they quote', () => {
  it.each(cases)('%s', (_, text, turns) => {
    expect(told(text)).toEqual(turns);
  });

  it('keep their subject', () => {
    const text = block(`From: ${me}\nSent: Tuesday, March 3, 2026 10:32 AM\nTo: Ana\nSubject: RE: Hello`);
    expect(readPasted(text, nora)).toMatchObject({ layout: 'mail', channel: 'email', turnedRound: true });
    expect(readPasted(text, nora).turns.map(({ subject }) => subject)).toEqual(['RE: Hello', null]);
  });

  it('show a signature as left out', () => {
    const read = readPasted(
      `Sí.\n-- \nAna García\nMarea\n\n${quote(`On Tue, Mar 3, 2026 at 10:32 AM ${me} wrote:`)}`,
      nora,
    );
    expect(read.leftOut.map(({ line }) => line)).toEqual(['--', 'Ana García', 'Marea', 'Sí, claro.']);
  });
});
