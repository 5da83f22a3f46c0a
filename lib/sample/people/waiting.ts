import type { SamplePerson } from '../person';

/** Those who wait for us: unheard, or owed an answer. */
export const waiting: readonly SamplePerson[] = [
  {
    // An unheard not-now, in Spanish.
    ...{
      key: 'ana',
      name: 'Ana Beltrán',
      position: 'Directora de programas',
      organization: 'Fundación Marea',
    },
    ...{ language: 'es', timeZone: 'Europe/Madrid', met: { how: 'found' } },
    sourceOfAddress: 'La página de contacto de la fundación',
    addresses: [
      { channel: 'email', typed: 'ana.beltran@fundacionmarea.example' },
      { channel: 'linkedin', typed: 'https://www.linkedin.com/in/ana-beltran-de-muestra' },
    ],
    happened: [
      {
        ...{ days: 6, at: '09:40', on: 'email', pitch: 'half_an_hour' },
        we: 'Hola, Ana:\n\nHe leído que en Marea habéis abierto el taller de barcas a los colegios. Estamos preguntando a gente como tú cómo consigue que quien viene una vez vuelva otra, antes de construir nada. ¿Tendrías media hora para contármelo?\n\nSi no es buen momento, basta con que me lo digas.',
      },
      {
        ...{ days: 0.1, on: 'email' },
        they: 'Gracias por escribir. Ahora mismo no es lo que buscamos, pero escríbeme después del verano.',
      },
    ],
  },
  {
    // A yes that begins with "no", unheard.
    ...{ key: 'camille', name: 'Camille Roy', position: 'Owner', organization: 'Atelier Roy' },
    ...{
      language: 'en',
      timeZone: 'Europe/Paris',
      met: { how: 'event', where: 'the ceramics fair in Saint-Sulpice' },
    },
    addresses: [{ channel: 'linkedin', typed: 'https://www.linkedin.com/in/camille-roy-sample' }],
    happened: [
      { days: 8, at: '18:02', on: 'linkedin', connected: true },
      {
        ...{ days: 5, at: '11:20', on: 'linkedin' },
        we: 'Camille, at the fair you said that people fire one bowl with you and then you never see them again. What have you tried so far? I could come by on Tuesday, if that is not the worst day of the week.',
      },
      {
        ...{ days: 0.3, on: 'linkedin' },
        they: 'No problem at all, Tuesday works. Shall I have our numbers ready?',
      },
    ],
  },
  {
    // A question that waits for its answer, in Portuguese.
    ...{ key: 'marta', name: 'Marta Oliveira', position: 'Produtora', organization: 'Rádio Cais' },
    ...{ language: 'pt', timeZone: 'Europe/Lisbon', met: { how: 'introduced', by: 'tom' } },
    addresses: [{ channel: 'email', typed: 'marta@radiocais.example' }],
    happened: [
      {
        ...{ days: 6, at: '10:05', on: 'email', pitch: 'half_an_hour' },
        we: 'Olá, Marta. O Tom Adeyinka contou-me que a Rádio Cais convida cada ouvinte a voltar ao estúdio. Posso perguntar-lhe como fazem isso? Bastava-me meia hora.',
      },
      {
        ...{ days: 4, at: '16:31', on: 'email' },
        they: 'Com muito gosto. Quanto tempo dura a entrevista, e em que língua?',
        heard: {
          outcome: 'question',
          whatWeHeard: 'Happy to talk. Wants to know how long it takes, and the language.',
        },
      },
    ],
  },
];
