import { describe, expect, it } from 'vitest';
import { dayInReply } from '@/lib/language/dates/read';

/** Lines of: the day a reply was sent, the day it comes to ("-" for none), the reply. */
function replies(table: string): [sent: string, day: string, reply: string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [, sent = '', day = '', reply = ''] = /^\s*(\S+) (\S+) (.+)$/.exec(line) ?? [];
      return [sent, day, reply];
    });
}

const english = replies(`
  2026-03-02 2026-04-20 Inventory until mid April. I can talk from Monday the 20th.
  2026-03-02 2026-04-16 We are moving house until mid April. Ring me on the 16th.
  2026-06-03 2026-06-08 Up to my neck till the weekend, try me Monday.
  2026-06-03 2026-06-18 Away until 15 June, write to me on the 18th.
  2026-06-03 2026-07-02 Away until 28 June, write to me on the 2nd.
  2026-06-03 2026-06-29 The trade fair goes on until 27 June. Call me Monday.
  2026-06-03 2026-09-07 I'm abroad until September. Call me on the 7th and we'll talk.
  2026-06-03 2028-05-01 On parental leave until February 2028. Write to me in May.
  2026-06-03 2027-03-01 Locked in until 31 May 2027, but notice is due in March. March is when I would hear you out.
  2026-09-14 2026-09-18 The auditors are here on Thursday. Ring me the day after.
  2026-09-14 2026-09-22 The vote is on 21 September, call me the day after that.
  2026-09-14 2026-09-28 The vote is on 21 September. Ask me again the Monday after that.
  2026-09-14 2026-10-05 The vote is on 21 September. Two weeks later I can talk.
  2026-09-14 2026-10-12 Our fair is on 9 October. Write to me the following Monday.
  2026-09-14 2027-03-30 The lease ends on 30 April 2027. Ask me a month before that.
  2026-06-03 2026-09-01 The support contract runs until 31 August. I won't discuss another before it has ended.
  2026-06-03 2026-09-16 The tender runs to 15 September. Once it's over I'll gladly talk.
  2026-06-03 2026-12-01 Purchasing is frozen thru Nov 30.
  2026-06-03 2026-09-01 We're in a hiring freeze through August.
  2026-06-03 2026-10-01 Our high season ends on 30 September. Anything after that, gladly.
  2026-06-03 2026-10-01 Our high season ends on 15 September. October, gladly.
  2026-06-03 2026-06-25 On the boat until the 24th, no signal. Write after that.
  2026-06-03 2026-07-01 The freeze lasts until 1 July. Write after that.
  2026-06-03 2026-06-24 On the boat until the 24th. Write then.
  2026-02-10 2026-04-01 You write to me in February and I'm up to my ears. Try me in April.
  2026-02-10 2026-06-01 You write in February, of all months, and the fair is over. June would suit.
  2026-08-20 2027-01-01 Not a Q3 or Q4 topic for us. Ask me about it in Q1.
  2026-08-20 2026-10-01 Not in September, I'm moving. Ask me in October.
  2026-08-20 2026-11-01 September and October are packed. Ping me in November.
  2026-08-20 2026-12-01 Nothing gets bought here in November. December? Call me.
  2026-10-06 2026-12-01 No new vendors thru Nov 30. Let's talk again 12/1.
  2026-10-06 2027-01-12 Closed over the holidays until Jan 11. Let's talk again 12/1.
  2026-10-06 2026-12-01 Let's talk on 12/1/2026.
  2026-10-06 2026-12-06 Ask me again in exactly two months.
  2026-10-06 2026-12-06 Ask me again two months from now to the day.
  2026-10-06 2026-10-20 Two weeks, please.
  2026-10-06 2026-10-20 Two weeks and you have my ear.
  2026-10-06 2026-10-09 In court all week. Friday?
  2026-10-06 2027-03-01 Not this year. March?
  2026-10-06 2027-05-01 We open when the snow is gone, so May.
  2026-12-03 2027-12-01 Nothing this month, I'm moving. Invite me next December.
  2026-10-06 2027-07-01 We decide on suppliers each July; write to us then.
  2026-10-06 2026-10-18 On the road till the 17th. Next day, come and see me.
  2026-10-06 2027-05-01 April is full. May is free, pitch me then.
  2026-10-06 2027-10-06 This year is full. Write to me this time next year.
  2026-10-06 2026-11-01 My new job starts tomorrow and I know nobody. Ask me in November.
  2026-10-06 2027-01-01 I'm off from Friday. Back in January.
  2026-10-06 2027-04-01 We'd finish in March if all goes well. If so then April is good for a call.
`);

const spanish = replies(`
  2026-02-02 2026-03-23 Hasta el 20 de marzo estoy de obras. El lunes 23 te llamo yo o me llamas tú.
  2026-02-02 2026-03-24 Vuelvo el domingo 22 de marzo. A partir del martes 24 me escribes y lo vemos.
  2026-02-02 2026-03-21 Ando de viaje hasta el 20 de marzo. El 21 estoy en la oficina y te atiendo.
  2026-02-02 2026-02-16 Estoy de rodaje hasta el 15, el 16 hablamos.
  2026-02-02 2026-03-21 Tenemos congreso hasta el 20 de marzo. Al día siguiente me escribes.
  2026-02-02 2026-03-23 El congreso es el viernes 20 de marzo. Escríbeme el lunes siguiente.
  2026-02-02 2026-03-23 El congreso es el viernes 20 de marzo. Escríbeme el lunes siguiente, el 23, por la tarde.
  2026-02-02 2026-04-03 El congreso acaba el 20 de marzo. Dos semanas después hablamos.
  2026-02-02 2026-08-30 La póliza vence el 30 de septiembre. Escríbeme un mes antes.
  2026-02-02 2026-07-01 Tenemos contrato hasta el 30 de junio. En cuanto termine, hablamos.
  2026-02-02 2026-06-16 El concurso acaba el 15 de junio. Antes no puedo decir nada; después, encantada.
  2026-02-02 2026-06-16 Estamos en obras hasta el 15 de junio inclusive.
  2026-02-02 2026-09-01 Tenemos contrato hasta el 31 de octubre. En septiembre es cuando me interesa verlo.
  2026-02-02 2026-05-01 Me escribes en febrero, con el cierre encima. En mayo lo retomamos.
  2026-02-02 2026-04-01 En febrero y marzo esto está cerrado. Escríbeme en abril.
  2026-02-02 2026-05-01 En abril no puedo. En mayo hablamos.
  2026-02-02 2026-03-21 Pasada la feria hablamos, del 21 de marzo en adelante soy todo tuyo.
  2026-02-02 2026-04-02 Escríbeme dentro de dos meses exactos.
  2026-02-02 2026-04-02 En dos meses justos me llamas.
  2026-02-02 2026-02-09 Hoy imposible y mañana peor. ¿El lunes?
  2026-02-02 2026-09-01 ¿Lo dejamos para septiembre? En julio y agosto aquí no queda nadie.
  2026-02-02 2026-10-01 No lo veo para el segundo trimestre. Plantéamelo para el cuarto, en octubre.
  2026-02-02 2026-10-01 El tercer trimestre está comprometido. Para el cuarto, encantada.
  2026-02-02 2026-02-12 Necesito unos 10 días y te contesto.
  2026-02-02 2027-04-01 El contrato termina en abril de 27. Llámame entonces.
  2026-02-02 2026-04-01 La compra se hace en abril, ahí nos contactas.
  2026-02-02 2027-02-02 El programa está cerrado. Escríbenos por estas fechas el año que viene.
`);

const others = {
  pt: replies(`
    2026-02-02 2026-03-23 O congresso é na sexta-feira, 20 de março. Escreva na segunda-feira seguinte.
    2026-02-02 2026-09-30 Temos contrato até outubro. Um dia antes falamos.
    2026-02-02 2026-04-02 Escreva-me daqui a dois meses exatos.
    2026-02-02 2026-02-18 Só depois do Entrudo, por favor.
    2026-02-02 2026-06-16 Estou fora até 15 de junho. Depois disso, com prazer.
  `),
  fr: replies(`
    2026-02-02 2026-06-16 Je suis pris jusqu'au 15 juin inclus. Écrivez-moi ensuite.
    2026-02-02 2026-06-16 Le salon finit le 15 juin. Après cette date, volontiers.
    2026-02-02 2026-04-02 Rappelez-moi dans deux mois jour pour jour.
    2026-02-02 2026-04-20 Le salon est le vendredi 17 avril. Rappelez-moi le lundi suivant.
  `),
  de: replies(`
    2026-02-02 2026-06-16 Die Messe endet am 15. Juni. Danach gerne.
    2026-02-02 2026-04-02 Melden Sie sich in genau zwei Monaten.
    2026-02-02 2027-06-01 Der Vertrag endet im Juni 27. Melden Sie sich dann.
    2026-02-02 2026-04-07 Nach Ostern, gleich am Dienstag.
    2026-02-02 2026-12-01 Ende November gebe ich ab und sage bis dahin zu allem nein. Dezember: jederzeit.
  `),
  it: replies(`
    2026-02-02 2026-06-16 La fiera finisce il 15 giugno. Dopo, volentieri.
    2026-02-02 2026-07-01 Il primo semestre è pieno. Nel secondo, volentieri.
    2026-02-02 2026-04-02 Mi scriva fra due mesi esatti.
    2026-02-02 2026-04-20 La fiera è venerdì 17 aprile. Mi scriva il lunedì successivo.
    2026-11-10 2027-01-07 Dopo la Befana, il 7 mattina, mi trova in ufficio.
  `),
};

describe.each([
  ['en', english],
  ['es', spanish],
  ['pt', others.pt],
  ['fr', others.fr],
  ['de', others.de],
  ['it', others.it],
] as const)('which of several days in a reply is the one to write, in %s', (language, table) => {
  it.each(table)('written on %s it is %s: %s', (today, day, reply) => {
    expect(dayInReply(reply, { today, languages: [language], known: true })?.day ?? '-').toBe(day);
  });
});

describe('the lines of a reply', () => {
  const spoken = (reply: string) =>
    dayInReply(reply, { today: '2026-06-03', languages: ['en'], known: true })?.day;

  it('end what is said where they are short, and are no end where a mail program broke them', () => {
    expect(spoken('in court until the 12th\nring me monday\ntake care')).toBe('2026-06-15');
    expect(
      spoken('Our fair is on 9 October and I would be most grateful if you could write\nto me in November.'),
    ).toBe('2026-11-01');
  });
});

describe('no day to write is', () => {
  it.each([
    ['en', 'We buried my father on Thursday and nothing else exists. Some other time.'],
    ['en', 'My accountant left in January and nobody knows a thing.'],
    ['en', 'You catch us in the one week of the year when all of us are away. Some other time, please.'],
    ['en', 'It is the first time in nine years that the roof leaks.'],
    ['en', 'The inspectors come tomorrow and I have not slept.'],
    ['en', 'We would have you in tomorrow if there were room.'],
    ['en', 'Never on a Monday. When the dust has settled I will write.'],
    ['en', 'The mill has been shut this year.'],
    ['en', 'We ship V3, and all hands are on deck.'],
    ['en', 'The hail came on 3 December and took the lot.'],
    ['en', 'I was 22 and knew nothing.'],
    ['en', 'May I come back to you when it is over?'],
    ['es', 'Estamos sin gerente desde enero y nadie decide nada.'],
    ['es', 'Me suena el teléfono cada mañana y no llego a nada.'],
    ['es', 'Estoy de vacaciones y sin cobertura.'],
    ['es', 'El 20 % de la plantilla está de baja.'],
    ['es', 'Mandadme la versión 2 cuando salga.'],
    ['it', 'Aspettiamo il permesso da sei mesi e non arriva.'],
    ['it', 'Il direttore è andato in pensione a gennaio e il posto è vuoto.'],
    ['pt', 'Trocámos de sistema na segunda e o stock sumiu na terça.'],
  ] as const)('in %s: %s', (language, reply) => {
    expect(dayInReply(reply, { today: '2026-02-10', languages: [language], known: true })).toBe(null);
  });
});
