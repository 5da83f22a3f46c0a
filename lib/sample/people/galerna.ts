import type { SamplePerson } from '../person';

/** One house: somebody who said no for all of it, and a colleague. */
export const galerna: readonly SamplePerson[] = [
  {
    // A no for everybody there.
    ...{ key: 'lucia', name: 'Lucía Ferrer', position: 'Librera', organization: 'Librería Galerna' },
    ...{ language: 'es', timeZone: 'Europe/Madrid', met: { how: 'found' } },
    addresses: [{ channel: 'email', typed: 'lucia@libreriagalerna.example' }],
    happened: [
      {
        ...{ days: 28, at: '12:10', on: 'email', pitch: 'second_visit' },
        we: 'Hola, Lucía. En el club de lectura de Galerna conté treinta y dos sillas. ¿Te serviría saber quién vuelve al mes siguiente?',
      },
      {
        ...{ days: 27, at: '13:22', on: 'email' },
        they: 'Te lo digo en nombre de la casa: en Galerna no trabajamos con programas de fuera, así que no hace falta que escribáis a nadie más de aquí. Gracias por contar las sillas.',
        heard: {
          ...{
            outcome: 'declined',
            scope: 'organization',
            words: 'no hace falta que escribáis a nadie más de aquí',
          },
          whatWeHeard: 'La casa entera prefiere hacerlo a mano.',
        },
      },
    ],
  },
  {
    // Somebody of the same house, never written to, and closed with it.
    ...{
      key: 'inigo',
      name: 'Íñigo Salas',
      position: 'Responsable de actos',
      organization: 'Librería Galerna',
    },
    ...{
      language: 'es',
      timeZone: 'Europe/Madrid',
      met: { how: 'in_person', where: 'la presentación de marzo' },
    },
    addresses: [{ channel: 'email', typed: 'inigo@libreriagalerna.example' }],
    happened: [],
  },
];
