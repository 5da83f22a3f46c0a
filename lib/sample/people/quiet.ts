import type { SamplePerson } from '../person';

/** Those who are left in peace: silent, resting, done, or never written to. */
export const quiet: readonly SamplePerson[] = [
  {
    // Silence, which is an answer too.
    ...{ key: 'dev', name: 'Dev Anand', position: 'Volunteer coordinator', organization: 'Northlight' },
    ...{
      language: 'en',
      timeZone: 'Europe/London',
      met: { how: 'event', where: 'the volunteers’ evening in York' },
    },
    addresses: [{ channel: 'linkedin', typed: 'https://www.linkedin.com/in/dev-anand-sample' }],
    happened: [
      {
        ...{ days: 9, at: '17:45', on: 'linkedin' },
        we: 'Dev, you said in York that half of your volunteers come through schools. What makes a school send a second class?',
      },
    ],
  },
  {
    // A not-now with a day.
    ...{ key: 'samuel', name: 'Samuel Okoro', position: 'Partner', organization: 'Harbour Fund' },
    ...{ language: 'en', timeZone: 'Africa/Lagos', met: { how: 'found' } },
    addresses: [{ channel: 'linkedin', typed: 'https://www.linkedin.com/in/samuel-okoro-sample' }],
    happened: [
      {
        ...{ days: 24, at: '10:30', on: 'linkedin', pitch: 'second_visit' },
        we: 'Hello Samuel. Is leisure something you still look at, or did the harbour win?',
      },
      {
        ...{ days: 21, at: '22:04', on: 'linkedin' },
        they: 'Ha. The harbour won for this year. Ask me again in March, I will have a real answer then.',
        heard: {
          ...{ outcome: 'later', words: 'Ask me again in March', untilMonth: 3 },
          whatWeHeard: 'This year’s money is spent on logistics.',
        },
      },
    ],
  },
  {
    // A conversation that has come to its end: it is ended as the people come, so its last word is of the day before.
    ...{ key: 'hugo', name: 'Hugo Marín', position: 'Entrenador', organization: 'Club de Remo Ibaia' },
    ...{ language: 'es', timeZone: 'Europe/Madrid', met: { how: 'wrote_first' } },
    addresses: [{ channel: 'email', typed: 'hugo@remoibaia.example' }],
    happened: [
      {
        ...{ days: 2, at: '21:15', on: 'email' },
        they: 'Hola. Me han dicho que preguntáis cómo hacemos para que la gente vuelva. Yo apunto a todos en una libreta, y al que falta dos domingos lo llamo. No hay más secreto.',
        heard: { outcome: 'other', whatWeHeard: 'Una libreta, y una llamada al segundo domingo.' },
      },
      {
        ...{ days: 1, at: '09:20', on: 'email', answers: true, last: true },
        we: 'Gracias, Hugo. Me quedo con lo de los dos domingos: es lo más claro que me han contado en todo el mes.',
      },
    ],
  },
  {
    // Never written to.
    ...{ key: 'wanjiru', name: 'Wanjiru Maina', position: 'Founder', organization: 'Nairobi Reads' },
    ...{ language: 'en', timeZone: 'Africa/Nairobi', met: { how: 'introduced', by: 'marta' } },
    addresses: [{ channel: 'email', typed: 'wanjiru@nairobireads.example' }],
    happened: [],
  },
];
