import { describe, expect, it } from 'vitest';
import { readPasted } from '@/lib/threads/pasted/read';
import { nora, told } from './reading';

const english = `Ana García
1st degree connection
· 1st
Head of listening at Marea
SATURDAY
Nora Weiß sent the following message at 1:28 PM
View Nora’s profileNora Weiß
Nora Weiß   1:28 PM
Hi Ana, would you tell me more?

Ana García sent the following messages at 2:22 PM
View Ana’s profileAna García
Ana García (She/Her)  2:22 PM
Very cool

Nice to be connected!

View Ana’s profileAna García
Ana García   5:36 PM
One more thing
👏
👍
😊
TODAY
Nora Weiß sent the following messages at 9:05 AM
View Nora’s profileNora Weiß
Nora Weiß   9:05 AM
Thank you!
Seen by Ana García at 9:06 AM.`;

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'the page in English, with days, pronouns, names set again and marks of what was seen',
    english,
    [
      'we 2026-03-14 13:28: Hi Ana, would you tell me more?',
      'they 2026-03-14 14:22: Very cool /  / Nice to be connected!',
      'they 2026-03-14 17:36: One more thing',
      'we 2026-03-18 09:05: Thank you!',
    ],
  ],
  [
    'the page in Spanish',
    'VIERNES\nAna García ha enviado los siguientes mensajes a las 14:44\nVer el perfil de AnaAna García\nAna García  14:44\nHola, Nora.\nNora Weiß ha enviado el siguiente mensaje a las 15:01\nVer el perfil de NoraNora Weiß\nNora Weiß  15:01\nHola, Ana. ¿Hablamos?',
    ['they 2026-03-13 14:44: Hola, Nora.', 'we 2026-03-13 15:01: Hola, Ana. ¿Hablamos?'],
  ],
  [
    'a day with its month only, in the year that has it behind us',
    'MAR 3\nAna García sent the following message at 10:32 AM\nAna García  10:32 AM\nHello.\nDEC 9\nAna García sent the following message at 8:00 PM\nHello again.',
    ['they 2026-03-03 10:32: Hello.', 'they 2025-12-09 20:00: Hello again.'].reverse(),
  ],
  [
    'a day with its year',
    'DEC 9, 2025\nAna García sent the following message at 8:00 PM\nHello.',
    ['they 2025-12-09 20:00: Hello.'],
  ],
  [
    'yesterday in lower case, as other browsers copy it',
    'Yesterday\nAna García sent the following message at 11:59 PM\nGood night.',
    ['they 2026-03-17 23:59: Good night.'],
  ],
  [
    'HOY and AYER',
    'AYER\nAna García ha enviado el siguiente mensaje a las 9:05\nHola.\nHOY\nNora Weiß ha enviado el siguiente mensaje a las 10:05\nBuenas.',
    ['they 2026-03-17 09:05: Hola.', 'we 2026-03-18 10:05: Buenas.'],
  ],
  [
    'the profile line apart from the name',
    'Today\nAna García sent the following message at 10:05 AM\nView Ana García’s profile\nAna García\nAna García  10:05 AM\nHi Nora.\nNora Weiß sent the following messages at 10:20 AM\nView Nora Weiß’s profile\nNora Weiß\nNora Weiß  10:20 AM\nThanks.\nWhat do you do?\nSeen by Ana García at 10:21 AM.',
    ['they 2026-03-18 10:05: Hi Nora.', 'we 2026-03-18 10:20: Thanks. / What do you do?'],
  ],
  [
    'a message that begins with the name of who is written to',
    'TODAY\nNora Weiß sent the following message at 9:05 AM\nAna,\nthank you.',
    ['we 2026-03-18 09:05: Ana, / thank you.'],
  ],
  [
    'no day at all: it is asked for, not made up',
    'Ana García sent the following message at 9:05 AM\nHello.',
    ['they 09:05: Hello.'],
  ],
  [
    'somebody who answers with a face alone says something',
    'TODAY\nAna García sent the following message at 9:05 AM\nView Ana’s profileAna García\nAna García  9:05 AM\n👍',
    ['they 2026-03-18 09:05: 👍'],
  ],
  [
    'a count below a message is not said by anybody',
    'TODAY\nNora Weiß sent the following message at 9:05 AM\nHello.\n👍 1\n(Edited)',
    ['we 2026-03-18 09:05: Hello.'],
  ],
  [
    'a monday that is said is no heading',
    'TODAY\nAna García sent the following message at 9:05 AM\nWhich day?\nNora Weiß sent the following message at 9:06 AM\nMonday\nor Tuesday',
    ['they 2026-03-18 09:05: Which day?', 'we 2026-03-18 09:06: Monday / or Tuesday'],
  ],
  [
    'You sent',
    'TODAY\nYou sent the following message at 9:05 AM\nHello Ana.\nAna García sent the following message at 9:30 AM\nHello.',
    ['we 2026-03-18 09:05: Hello Ana.', 'they 2026-03-18 09:30: Hello.'],
  ],
  [
    'an accepted connection between the words',
    'TODAY\nAna García accepted your invitation\nNora Weiß sent the following message at 9:05 AM\nThank you for connecting.',
    [
      'they 2026-03-18 (connection): Ana García accepted your invitation',
      'we 2026-03-18 09:05: Thank you for connecting.',
    ],
  ],
  [
    'a second person of the other side stays a question',
    'TODAY\nAna García sent the following message at 9:05 AM\nI add Luis.\nLuis Prat sent the following message at 9:07 AM\nHello.\nNora Weiß sent the following message at 9:09 AM\nWelcome.',
    ['they 2026-03-18 09:05: I add Luis.', '? 2026-03-18 09:07: Hello.', 'we 2026-03-18 09:09: Welcome.'],
  ],
  [
    'Portuguese',
    'HOJE\nAna García enviou as seguintes mensagens às 14:44\nVer perfil de Ana\nAna García  14:44\nOlá.',
    ['they 2026-03-18 14:44: Olá.'],
  ],
  [
    'French',
    'HIER\nAna García a envoyé le message suivant à 14:44\nVoir le profil de Ana\nAna García  14:44\nBonjour.',
    ['they 2026-03-17 14:44: Bonjour.'],
  ],
  [
    'German',
    'GESTERN\nAna García hat die folgenden Nachrichten um 14:44 gesendet\nAna García  14:44\nGuten Tag.',
    ['they 2026-03-17 14:44: Guten Tag.'],
  ],
  [
    'Italian',
    'OGGI\nAna García ha inviato il seguente messaggio alle 14:44\nAna García  14:44\nBuongiorno.',
    ['they 2026-03-18 14:44: Buongiorno.'],
  ],
  [
    'Sales Navigator: who, and below it when',
    'You\nMar 3, 2026, 10:32 AM\nHello Ana, may I ask you something?\n\nAna García\nMar 4, 2026, 9:00 AM\nOf course.',
    ['we 2026-03-03 10:32: Hello Ana, may I ask you something?', 'they 2026-03-04 09:00: Of course.'],
  ],
  [
    'Sales Navigator: days alone',
    'Nora Weiß\nMar 3\nHello Ana.\n\nAna García\nMar 4\nHello.',
    ['we 2026-03-03: Hello Ana.', 'they 2026-03-04: Hello.'],
  ],
  [
    'the telephone: a name, a point and the hour',
    'Mar 3\nAna García • 10:32 AM\nHello.\nNora Weiß • 11:00 AM\nHello Ana.',
    ['they 2026-03-03 10:32: Hello.', 'we 2026-03-03 11:00: Hello Ana.'],
  ],
  [
    'an attached file and what the page says about it',
    'TODAY\nAna García sent the following message at 9:05 AM\nHere it is.\n\nDeck.pdf\n2 MB\nClick or press enter to display in the image preview',
    ['they 2026-03-18 09:05: Here it is. /  / Deck.pdf / 2 MB'],
  ],
  [
    'hours with a narrow blank before PM',
    'TODAY\nAna García sent the following message at 9:05\u202fPM\nLate.',
    ['they 2026-03-18 21:05: Late.'],
  ],
];

describe('a conversation copied from LinkedIn', () => {
  it.each(cases)('%s', (_, text, turns) => {
    expect(told(text)).toEqual(turns);
  });

  it('is called one, with what was said on it', () => {
    expect(readPasted(english, nora)).toMatchObject({ layout: 'linkedin', channel: 'linkedin' });
  });

  it('shows every line that is no turn as left out', () => {
    expect(readPasted(english, nora).leftOut.map(({ line }) => line)).toEqual([
      ...['Ana García', '1st degree connection', '· 1st', 'Head of listening at Marea'],
      ...['View Nora’s profileNora Weiß', 'View Ana’s profileAna García', 'View Ana’s profileAna García'],
      ...['👏', '👍', '😊', 'View Nora’s profileNora Weiß', 'Seen by Ana García at 9:06 AM.'],
    ]);
  });

  it('calls a day a guess that follows from a weekday, and an hour said', () => {
    const [first] = readPasted(english, nora).turns;
    expect(first?.sure).toEqual({ side: 'said', day: 'guessed', hour: 'said' });
  });
});
