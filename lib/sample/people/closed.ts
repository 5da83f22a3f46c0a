import type { SamplePerson } from '../person';

/** Those who closed something: for themselves, for everybody there, for ever, or until a day. */
export const closed: readonly SamplePerson[] = [
  {
    // A no of the person, after a real exchange.
    ...{ key: 'priya', name: 'Priya Raman', position: 'Head of partnerships', organization: 'Northlight' },
    ...{ language: 'en', timeZone: 'Europe/London', met: { how: 'introduced', by: 'tom' } },
    addresses: [
      { channel: 'email', typed: 'priya@northlight.example' },
      { channel: 'linkedin', typed: 'https://www.linkedin.com/in/priya-raman-sample' },
    ],
    happened: [
      {
        ...{ days: 34, at: '10:12', on: 'linkedin', pitch: 'second_visit' },
        we: 'Hi Priya, Tom told me that you rebuilt your volunteer programme last year. What was the hardest part? We are trying to learn before we build.',
      },
      {
        ...{ days: 34, at: '14:40', on: 'linkedin' },
        they: 'Finding people who come back a second time. Everyone signs up once.',
        heard: { outcome: 'question', whatWeHeard: 'Coming back is the problem, not signing up.' },
      },
      {
        ...{ days: 33, at: '09:30', on: 'email', pitch: 'second_visit', answers: true },
        we: 'That matches what others tell us. Could I show you, in twenty minutes, what we do about the second time?',
      },
      {
        ...{ days: 22, at: '08:55', on: 'email' },
        they: 'Love what you are building, but we are all set for this year. Good luck with it!',
        heard: { outcome: 'declined', scope: 'person', words: 'we are all set for this year' },
      },
    ],
  },
  {
    // A no that was thanked for.
    ...{ key: 'ruth', name: 'Ruth Calder', position: 'Choir leader', organization: 'Calder Singers' },
    ...{
      language: 'en',
      timeZone: 'Europe/London',
      met: { how: 'event', where: 'the open rehearsal in Hebden Bridge' },
    },
    addresses: [{ channel: 'email', typed: 'ruth@calder-singers.example' }],
    happened: [
      {
        ...{ days: 18, at: '09:15', on: 'email', pitch: 'second_visit' },
        we: 'Dear Ruth, at the open rehearsal eleven people sang with you for the first time. May I show you a small thing that would tell you which of them come back?',
      },
      {
        ...{ days: 16, at: '20:48', on: 'email' },
        they: 'Thank you, but we are nineteen singers and I can see who came back by looking. Not for us.',
        heard: {
          outcome: 'declined',
          scope: 'person',
          words: 'Not for us',
          whatWeHeard: 'A small group needs no tool: she looks up and sees them.',
        },
      },
      {
        ...{ days: 15, at: '09:05', on: 'email', answers: true },
        we: 'Thank you for telling me, Ruth, and a good season to the nineteen of you.',
      },
    ],
  },
  {
    // A request to be left out.
    ...{ key: 'jonas', name: 'Jonas Weil', position: 'Partner', organization: 'Weil & Partner' },
    ...{ language: 'en', timeZone: 'Europe/Berlin', met: { how: 'found' } },
    addresses: [
      { channel: 'linkedin', typed: 'https://www.linkedin.com/in/jonas-weil-sample' },
      { channel: 'email', typed: 'weil@weil-partner.example' },
    ],
    happened: [
      {
        ...{ days: 12, at: '11:00', on: 'linkedin', pitch: 'second_visit' },
        we: 'Hello Jonas, many firms like yours ask us how to see whether a client will call again. Would that be of use to you?',
      },
      {
        ...{ days: 11, at: '07:32', on: 'linkedin' },
        they: 'I’ll have to ask you not to include me when you send this kind of message. Please don’t write to me again, here or anywhere else.',
        heard: {
          outcome: 'opted_out',
          words: 'Please don’t write to me again, here or anywhere else',
          whatWeHeard: 'It read like one of many. It was.',
        },
      },
    ],
  },
];
